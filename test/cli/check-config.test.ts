import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { checkConfig } from '../../src/cli/check-config.ts';
import { UsageError } from '../../src/cli/usage-error.ts';
import { fakeProcess } from './terminal.ts';

let baseDir: string;
beforeEach(() => {
  baseDir = mkdtempSync(join(tmpdir(), 'check-config-'));
});
afterEach(() => rmSync(baseDir, { recursive: true }));

async function check(args: string[], overrides: Parameters<typeof fakeProcess>[2] = {}) {
  const { context, written } = fakeProcess('', false, { baseDir, cwd: baseDir, ...overrides });
  const code = await checkConfig(args, context);
  return { code, ...written };
}

it('a valid file: 0, its absolute path, nothing else done', async () => {
  const file = join(baseDir, 'config.yaml');
  writeFileSync(file, 'database: {kind: mysql, name: a, user: b, password_env: P}\n');
  expect(await check([], { cwd: '/', env: { P: 'x' } })).toEqual({
    code: 0,
    stdout: `The configuration ${file} is valid.\n`,
    stderr: '',
  });
  expect(readdirSync(baseDir)).toEqual(['config.yaml']);
});

it('answers in the log: valid, and what that means', async () => {
  writeFileSync(join(baseDir, 'config.yaml'), 'log: {answers: true, file: all.log}\n');
  const { code, stderr } = await check([]);
  expect([code, stderr]).toEqual([
    0,
    expect.stringContaining(`incomes and taxes of the users into ${join(baseDir, 'all.log')}`),
  ]);
  writeFileSync(join(baseDir, 'config.yaml'), 'log: {answers: false}\n');
  expect((await check([])).stderr).toBe('');
});

it('an income year that is not in the program: valid, and where its values must come from', async () => {
  const file = join(baseDir, 'config.yaml');
  writeFileSync(file, 'tax: {income_year: 2016}\n');
  const { code, stderr } = await check([]);
  expect([code, stderr]).toEqual([0, expect.stringMatching(/2016 .*\(2018 to 2025\).*tax-years import/)]);
  writeFileSync(file, 'tax: {income_year: 2018}\n');
  expect((await check([])).stderr).toBe('');
});

it('no file: 0, the defaults', async () => {
  expect(await check([], { language: 'fr' })).toEqual({
    code: 0,
    stdout: `Pas de config.yaml dans ${baseDir} : les valeurs par défaut sont utilisées.\n`,
    stderr: '',
  });
});

it('an invalid file: 1, every problem on the error stream', async () => {
  writeFileSync(join(baseDir, 'config.yaml'), 'server:\n  port: 80800\n  url_prefix: do\n');
  const { code, stdout, stderr } = await check([]);
  expect([code, stdout]).toEqual([1, '']);
  expect(stderr).toContain('config.yaml, line 2, column 9 · server.port: 80800');
  expect(stderr).toContain('config.yaml, line 3, column 15 · server.url_prefix: do');
});

it('a missing file: 1, in the language of the system', async () => {
  const { code, stderr } = await check(['--config', 'nowhere.yaml'], { language: 'fr' });
  expect(code).toBe(1);
  expect(stderr).toContain(join(baseDir, 'nowhere.yaml'));
  expect(stderr).toContain("ce fichier n'existe pas");
});

it('--config is relative to the current directory, and = works', async () => {
  mkdirSync(join(baseDir, 'sub'));
  const file = join(baseDir, 'sub', 'own.yaml');
  writeFileSync(file, '');
  expect((await check(['--config', 'sub/own.yaml'])).stdout).toContain(file);
  expect((await check(['--config=own.yaml'], { cwd: join(baseDir, 'sub') })).stdout).toContain(file);
});

it('two files: says which one is read', async () => {
  writeFileSync(join(baseDir, 'config.yaml'), '');
  writeFileSync(join(baseDir, 'config.yml'), 'nonsense');
  const { code, stderr } = await check([]);
  expect(code).toBe(0);
  expect(stderr).toContain(`${join(baseDir, 'config.yml')} is not read`);
});

it('a hidden extension: 1', async () => {
  writeFileSync(join(baseDir, 'config.yaml.txt'), '');
  const { code, stderr } = await check([]);
  expect(code).toBe(1);
  expect(stderr).toContain('Rename it to config.yaml');
});

it.each([[['--confg', 'x']], [['--config']], [['x.yaml']], [['--config', 'a', '--port', '1']]])(
  'arguments that it does not know: %j',
  async (args) => {
    await expect(check(args)).rejects.toThrow(UsageError);
  },
);
