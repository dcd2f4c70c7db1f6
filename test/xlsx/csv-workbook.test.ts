import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer, text } from 'node:stream/consumers';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { csvWorkbook } from '../../src/xlsx/csv-workbook.ts';
import { numberIn } from '../../src/xlsx/number-in.ts';
import { openTable } from '../../src/xlsx/table-file.ts';
import { openZip } from '../../src/xlsx/zip-parts.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'tax-server-xlsx-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

async function* chunksOf(csv: string, size = 7): AsyncGenerator<Uint8Array> {
  const bytes = Buffer.from(csv);
  for (let start = 0; start < bytes.length; start += size) yield bytes.subarray(start, start + size);
}

/** The path of the workbook of a CSV file. */
async function written(csv: string): Promise<string> {
  const path = join(folder, 'a.xlsx');
  writeFileSync(path, await buffer(csvWorkbook(chunksOf(csv), 'fr')));
  return path;
}

it('what is written can be read again, amounts as numbers and codes as texts', async () => {
  const path = await written(
    '\ufeffnom;salaire;code;impôt;taux;erreur\nÉ "a" <b>;36001.4760;01000;2815;0,14;\n\'=1+1;;;;;"x ; y"\n',
  );
  expect(await text(await openTable(path, 'fr'))).toBe(
    'nom;salaire;code;impôt;taux;erreur\n"É ""a"" <b>";36001.4760;01000;2815;0.14;\n\'=1+1;;;;;"x ; y"\n',
  );
  const zip = await openZip(path);
  const sheet = await zip.read('xl/worksheets/sheet1.xml');
  zip.close();
  expect(sheet).toContain('<c r="B2"><v>36001.4760</v></c>');
  expect(sheet).toContain('<c r="E2"><v>0.14</v></c>');
  expect(sheet).toContain('t="inlineStr"><is><t xml:space="preserve">01000</t>');
  expect(sheet).not.toContain('<f>');
});

it('characters that XML does not have are left out', async () => {
  const path = await written('a;impôt\nx\u0001\ufffe\ud800y;1\n');
  expect(await text(await openTable(path, 'fr'))).toContain('x  \ufffdy;1');
});

it('a sheet holds so many rows', async () => {
  async function* rows(): AsyncGenerator<Uint8Array> {
    yield Buffer.from('impôt\n');
    for (let block = 0; block < 1_050; block++) yield Buffer.from('1\n'.repeat(1_000));
  }
  await expect(buffer(csvWorkbook(rows(), 'fr'))).rejects.toMatchObject({ reason: { code: 'tooManyRows' } });
});

it('a sheet has as many columns as are read again', async () => {
  const header = (columns: number) => `impôt${';a'.repeat(columns - 1)}\n`;
  expect(await text(await openTable(await written(header(1_000)), 'fr'))).toBe(header(1_000));
  await expect(written(header(1_001))).rejects.toMatchObject({ reason: { code: 'tooManyColumns' } });
});

it('what is no table is refused, and nothing is an empty sheet', async () => {
  const header = `${'x'.repeat(70_000)}\n`;
  await expect(written(header)).rejects.toMatchObject({ reason: { code: 'headerTooLong' } });
  expect(await text(await openTable(await written(''), 'fr'))).toBe('');
});

it.each(['', 'impôt\n1\n'])('what fails behind %j fails the workbook', async (beginning) => {
  async function* failing(): AsyncGenerator<Uint8Array> {
    if (beginning !== '') yield Buffer.from(beginning);
    throw new Error('the disk');
  }
  await expect(buffer(csvWorkbook(failing(), 'fr'))).rejects.toThrow('the disk');
});

it.each([
  ['55555', ';', '55555'],
  ['-12.5', ';', '-12.5'],
  ['0,14', ';', '0.14'],
  ['0,145', ';', '0.145'],
  ['12,5', ';', '12.5'],
  ['12,5', ',', null],
  ['12,500', ';', null],
  ['12.500', ';', null],
  ['12.5000', ';', '12.5000'],
  ['0123', ';', null],
  ['1234567890123456', ';', null],
  ['1234567890.123456', ';', null],
  ['12 500', ';', null],
  ['oui', ';', null],
  ['', ';', null],
] as const)('%j between %j is %j', (cell, separator, number) => {
  expect(numberIn(cell, separator)).toBe(number);
});
