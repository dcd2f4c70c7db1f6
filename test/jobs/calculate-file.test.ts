import { mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { calculateFile } from '../../src/jobs/calculate-file.ts';
import type { Checkpoint } from '../../src/jobs/checkpoint.ts';
import { fileTemplate } from '../../src/jobs/file-template.ts';
import { Job } from '../../src/jobs/job.ts';
import { jobFiles } from '../../src/jobs/job-files.ts';
import { createTaxCalculator } from '../../src/tax/tax-calculator.ts';
import { taxYears } from '../tax/fixtures.ts';

const calculator = createTaxCalculator({ method: 'official', years: taxYears() });

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'tax-server-job-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function jobWith(content: string, language: 'fr' | 'en' = 'fr', withRates = false): Job {
  const request = { name: 'a.csv', incomeYear: 2025, language, withRates };
  const job = new Job({ id: '1', owner: 'me', request, files: jobFiles(folder, '.'), clock: Date.now });
  writeFileSync(job.files.input, content);
  job.received(Buffer.byteLength(content));
  job.start();
  return job;
}

describe('a file', () => {
  it('is answered line by line, wrong lines in a report of their own', async () => {
    const job = jobWith('marié;enfants;salaire\noui;2;55555\nx;y;1\nnon;0\n');
    await calculateFile(job, calculator, 100);
    expect(readFileSync(job.files.results, 'utf8').trim().split('\n')).toHaveLength(4);
    expect(readFileSync(job.files.report, 'utf8').split('\n')).toEqual([
      '\ufeffligne refusée;raison du refus;marié;enfants;salaire',
      '3;"marié « x » : oui ou non attendu ; enfants « y » : nombre entier attendu, de 0 à 30";x;y;1',
      '4;2 colonnes au lieu de 3;non;0',
      '',
    ]);
    const { progress, refusedLines, size } = job.snapshot(0);
    expect(progress).toEqual({ bytes: size, calculated: 1, refused: 2 });
    expect(refusedLines.map(({ line, field }) => [line, field])).toEqual([
      [3, 'marié'],
      [3, 'enfants'],
      [4, ''],
    ]);
  });

  it('shows so many refused lines and reports all', async () => {
    const job = jobWith(`marié;enfants;salaire\n${'x;0;1\n'.repeat(5_000)}`);
    await calculateFile(job, calculator, 10);
    expect(job.refusedLines).toHaveLength(10);
    expect(readFileSync(job.files.report, 'utf8').trim().split('\n')).toHaveLength(5_001);
  });

  it('has the rates of withholding where they are asked for', async () => {
    const job = jobWith('salaire;salaire mensuel\n30000;2500\n', 'fr', true);
    await calculateFile(job, calculator, 10);
    const [header, line] = readFileSync(job.files.results, 'utf8').split('\n');
    expect(header).toMatch(/;taux foyer;taux 1;taux 2;taux neutre;erreur$/);
    expect(line).toMatch(/;\d+,\d;;;\d,\d;$/);
  });

  it('tells the columns that are not used', async () => {
    const job = jobWith('nom;salaire;ville\nA;1;B\n');
    await calculateFile(job, calculator, 10);
    expect(job.snapshot(0).unusedColumns).toEqual(['nom', 'ville']);
  });

  it('that cannot be used says why in both languages', async () => {
    await expect(calculateFile(jobWith('nom;ville\n'), calculator, 10)).rejects.toMatchObject({
      failure: {
        code: 'unusable',
        values: {
          fr: expect.stringContaining("Aucune colonne n'est reconnue"),
          en: expect.stringContaining('No column is recognised'),
        },
      },
    });
  });

  it('whose report meets a full disk fails, wherever the calculation is then', async () => {
    const job = jobWith(`marié;enfants;salaire\n${`${'oui;0;1\n'.repeat(40)}x;0;1\n`.repeat(500)}`);
    // Takes nothing: each write says that the disk is full.
    symlinkSync('/dev/full', job.files.report);
    await expect(calculateFile(job, calculator, 10)).rejects.toMatchObject({ code: 'ENOSPC' });
  });

  it('whose last refused line meets a full disk fails too', async () => {
    const job = jobWith('marié;enfants;salaire\nx;0;1\n');
    symlinkSync('/dev/full', job.files.report);
    await expect(calculateFile(job, calculator, 10)).rejects.toMatchObject({ code: 'ENOSPC' });
  });

  it('of a cancelled job is left', async () => {
    const job = jobWith(`marié;enfants;salaire\n${'oui;0;1\n'.repeat(50_000)}`);
    const calculating = calculateFile(job, calculator, 10);
    job.cancel();
    await expect(calculating).rejects.toThrow();
  });

  it('of a job that is cancelled before anything is read is left', async () => {
    const job = jobWith('salaire\n1\n');
    job.cancel();
    await expect(calculateFile(job, calculator, 10)).rejects.toThrow('aborted');
  });
});

describe('a calculation that was broken off', () => {
  const lines = Array.from({ length: 5_000 }, (_, i) => (i % 7 === 0 ? `x;"a\n${i}";1\n` : `oui;2;${i}\n`));
  const content = `marié;enfants;salaire\n\n${lines.join(';;\n')}`;
  const written = (job: Job) => [job.files.results, job.files.report].map((path) => readFileSync(path));

  it.each(['', '\ufeff'])('is taken up: no line is missing or there twice (%j)', async (mark) => {
    const whole = jobWith(mark + content);
    const checkpoints: Checkpoint[] = [];
    vi.spyOn(whole, 'reach').mockImplementation((checkpoint) => checkpoints.push(checkpoint));
    await calculateFile(whole, calculator, 1_000);
    const expected = written(whole);
    expect(checkpoints.length).toBeGreaterThan(3);
    for (const checkpoint of checkpoints) {
      // Behind the checkpoint is what was written until the end came.
      const job = jobWith(mark + content);
      job.takeUp(checkpoint, whole.refusedLines);
      await calculateFile(job, calculator, 1_000);
      expect(written(job)).toEqual(expected);
      expect(job.refusedLines).toEqual(whole.refusedLines);
      expect(job.snapshot(0).progress).toEqual(whole.snapshot(0).progress);
    }
  });
});

it.each(['fr', 'en'] as const)('every line of the template in %s is calculated', async (language) => {
  const { text } = fileTemplate(language, 2025);
  const job = jobWith(text, language);
  await calculateFile(job, calculator, 10);
  expect(job.snapshot(0).progress).toMatchObject({ calculated: 4, refused: 0 });
});
