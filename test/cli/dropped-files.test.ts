import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { run } from '../../src/cli/run.ts';
import { openTable } from '../../src/xlsx/table-file.ts';
import { rowsOf, workbook } from '../xlsx/make-workbook.ts';
import { fakeProcess } from './terminal.ts';

const HOUSEHOLDS = 'year;married;children;salary\n2018;yes;2;55555\n';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'Jean Dupont '));
});
afterEach(() => rmSync(folder, { recursive: true }));

async function drop(args: readonly string[], language: 'fr' | 'en' = 'en') {
  const { context, written } = fakeProcess('', false, { cwd: folder, baseDir: folder, language });
  return { code: await run(args, context), ...written };
}

const place = (name: string, text = HOUSEHOLDS) => {
  const file = join(folder, name);
  writeFileSync(file, text);
  return file;
};
const names = () => readdirSync(folder).toSorted();

it('a file that is dropped is calculated into a new one beside it', async () => {
  const { code, stdout, stderr } = await drop([place('households.csv')]);
  const result = join(folder, 'households-result.csv');
  expect([code, stdout]).toEqual([0, `Result: ${result}\n`]);
  expect(stderr).toContain('1 line read, 1 calculated');
  expect(readFileSync(result, 'utf8')).toContain('2815');
});

it('nothing is overwritten, and the name is in the language of the person', async () => {
  place('foyers.csv');
  place('foyers-résultat.csv', 'mine');
  await drop(['foyers.csv'], 'fr');
  await drop(['foyers.csv'], 'fr');
  expect(names()).toEqual([
    'foyers-résultat-2.csv',
    'foyers-résultat-3.csv',
    'foyers-résultat.csv',
    'foyers.csv',
  ]);
  expect(readFileSync(join(folder, 'foyers-résultat.csv'), 'utf8')).toBe('mine');
});

it('several files, and the pieces of a path with spaces', async () => {
  const paths = [place('a.csv'), place('b c.txt')];
  expect((await drop(paths)).code).toBe(0);
  expect((await drop((paths[1] ?? '').split(' '))).code).toBe(0);
  expect(names()).toEqual(['a-result.csv', 'a.csv', 'b c-result-2.txt', 'b c-result.txt', 'b c.txt']);
});

it.each([
  ['foyers.ods', 'CSV UTF-8'],
  ['config.yaml', '--config'],
  ['foyers', 'neither a CSV file nor'],
])('%s is refused with what to do', async (name, said) => {
  const { code, stderr } = await drop([place(name)]);
  expect([code, names()]).toEqual([1, [name]]);
  expect(stderr).toContain(said);
});

it('what cannot be calculated leaves no result', async () => {
  mkdirSync(join(folder, 'folder.csv'));
  place('names.csv', 'a;b\n1;2\n');
  for (const name of ['missing.csv', 'folder.csv', 'names.csv']) {
    const { code, stdout, stderr } = await drop([name]);
    expect([code, stdout]).toEqual([1, '']);
    expect(stderr).not.toBe('');
  }
  expect(names()).toEqual(['folder.csv', 'names.csv']);
});

it('wrong lines: their results, and the exit code of calculate', async () => {
  const { code, stdout } = await drop([place('a.csv', `${HOUSEHOLDS}2018;yes;x;1\n`)]);
  expect([code, names()]).toEqual([3, ['a-result.csv', 'a.csv']]);
  expect(stdout).toContain('a-result.csv');
});

it('a file with options is led to the command', async () => {
  const { code, stderr } = await drop(['a.csv', '--year', '2024']);
  expect(code).toBe(1);
  expect(stderr).toContain('did you mean calculate a.csv?');
});

it('a workbook is answered by a workbook, with or without macros', async () => {
  const book = await workbook({
    sheet: rowsOf([
      ['year', 'married', 'children', 'salary'],
      [2018, 'yes', 2, 55555],
    ]),
  });
  for (const name of ['a.xlsx', 'b.xlsm']) writeFileSync(join(folder, name), book);
  expect((await drop(['a.xlsx', 'b.xlsm'])).code).toBe(0);
  expect(names()).toEqual(['a-result.xlsx', 'a.xlsx', 'b-result.xlsx', 'b.xlsm']);
  expect(await text(await openTable(join(folder, 'a-result.xlsx'), 'en'))).toContain(
    '2018,yes,2,55555,2815,0.14,',
  );
});
