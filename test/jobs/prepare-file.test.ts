import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Job } from '../../src/jobs/job.ts';
import { jobFiles } from '../../src/jobs/job-files.ts';
import { prepareFile } from '../../src/jobs/prepare-file.ts';
import { createTaxCalculator } from '../../src/tax/tax-calculator.ts';
import { taxYears } from '../tax/fixtures.ts';
import { rowsOf, workbook } from '../xlsx/make-workbook.ts';

const calculator = createTaxCalculator({ method: 'official', years: taxYears() });
const MAX = 10_000;

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'tax-server-job-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const atOnce = <Result>(convert: () => Promise<Result>) => convert();

async function prepared(content: string | Buffer, withRates = false, inTurn = atOnce): Promise<Job> {
  const request = { name: 'a', incomeYear: 2025, language: 'fr', withRates } as const;
  const job = new Job({ id: '1', owner: 'me', request, files: jobFiles(folder, '.'), clock: Date.now });
  writeFileSync(job.files.input, content);
  job.received(content.length);
  await prepareFile(job, { calculator, maxBytes: MAX, inTurn });
  return job;
}

describe('before a file is calculated', () => {
  it('its columns and first lines are shown, with their results', async () => {
    const lines = ['oui;2;55555;A', '', 'x;0;1;B', ...Array.from({ length: 9 }, () => 'non;0;20000;C')];
    const { preview } = (await prepared(`marié;enfants;1AJ;nom\n${lines.join('\n')}`)).snapshot(0);
    expect(preview).toMatchObject({
      sheet: null,
      columns: [
        { name: 'marié', field: 'married' },
        { name: 'enfants', field: 'children' },
        { name: '1AJ', field: 'salary1' },
      ],
      unusedColumns: ['nom'],
      incomeYear: 2025,
      withRates: false,
    });
    expect(preview?.lines.map(({ line }) => line)).toEqual([2, 4, 5, 6, 7]);
    const [first, second] = preview?.lines ?? [];
    expect(first).toMatchObject({ household: { situation: 'couple', children: 2 }, incomeYear: 2025 });
    const known = 'household' in (first ?? {}) && first && 'household' in first ? first : null;
    expect(known?.amountDue).toBe(known && calculator.calculate(known.household, 2025).amountDue);
    expect(second).toMatchObject({ refused: [{ field: 'marié', value: 'x' }] });
  });

  it("a month's pay is a column that is used where rates are wanted", async () => {
    const content = 'salaire;salaire mensuel\n30000;2500\n';
    const { preview } = (await prepared(content, true)).snapshot(0);
    expect(preview?.columns).toContainEqual({ name: 'salaire mensuel', field: 'monthlyPay' });
  });

  it('a workbook becomes the text of its sheet', async () => {
    const sheet = rowsOf([
      ['situation', 'salaire'],
      ['couple', 55555],
    ]);
    const job = await prepared(await workbook({ sheet }));
    expect(readFileSync(job.files.input, 'utf8')).toBe('situation;salaire\ncouple;55555\n');
    expect(readdirSync(folder)).toEqual(['households.csv']);
    expect(job.snapshot(0)).toMatchObject({ size: 31, preview: { sheet: { name: 'Feuil1', others: 0 } } });
  });
});

it('only a workbook waits for its turn', async () => {
  const turns: string[] = [];
  const inTurn: typeof atOnce = (convert) => {
    turns.push('workbook');
    return convert();
  };
  await prepared('salaire\n1\n', false, inTurn);
  expect(turns).toEqual([]);
  await prepared(await workbook({ sheet: rowsOf([['salaire'], [1]]) }), false, inTurn);
  expect(turns).toEqual(['workbook']);
});

describe('what cannot be calculated is refused', () => {
  it.each([
    ['nom;ville\n', 'Aucune colonne'],
    ['salaire\n', 'aucun foyer'],
    ['PK\x03\x04', 'endommagé'],
  ])('%j', async (content, reason) => {
    await expect(prepared(content)).rejects.toMatchObject({
      failure: { code: 'unusable', values: { fr: expect.stringContaining(reason) } },
    });
  });

  it('a workbook whose text is too large', async () => {
    const sheet = rowsOf([['salaire'], ...Array.from({ length: 3_000 }, () => [55555])]);
    await expect(prepared(await workbook({ sheet }))).rejects.toMatchObject({
      failure: { code: 'tooLarge', values: { max: MAX } },
    });
  });
});
