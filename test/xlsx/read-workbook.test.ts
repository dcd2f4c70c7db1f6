import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openTable } from '../../src/xlsx/table-file.ts';
import { LARGEST } from '../../src/xlsx/zip-parts.ts';
import { rowsOf, type WorkbookParts, workbook, zipOf } from './make-workbook.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'tax-server-xlsx-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

async function opened(content: string | Buffer, language: 'fr' | 'en' = 'fr') {
  const path = join(folder, 'a.xlsx');
  writeFileSync(path, content);
  return openTable(path, language);
}

/** The CSV of a workbook. */
async function csv(parts: WorkbookParts, language: 'fr' | 'en' = 'fr'): Promise<string> {
  return text(await opened(await workbook(parts), language));
}

const c = (address: string, content: string, attributes = '') =>
  `<c r="${address}"${attributes}>${content}</c>`;

describe('a sheet', () => {
  it('is a line of CSV for each row, filled up to the width of the first', async () => {
    const sheet = rowsOf([
      ['situation', 'salaire', 'note'],
      ['couple', 55555],
      ['célibataire', 20000.5, 'a;b "c"'],
    ]);
    expect(await csv({ sheet })).toBe(
      'situation;salaire;note\ncouple;55555;\ncélibataire;20000.5;"a;b ""c"""\n',
    );
    expect(await csv({ sheet }, 'en')).toContain('célibataire,20000.5,"a;b ""c"""\n');
  });

  it('keeps the numbers of its rows: empty ones, those that are not stored, and line ends in cells', async () => {
    const header = '<row><c t="s"><v>0</v></c></row>';
    const sheet = `${header}<row r="4"><c r="A4"><v>1</v></c></row><row r="5"/><row r="6">${c('A6', '<v>2</v>')}</row>`;
    expect(await csv({ sheet, sharedTexts: ['<t>salaire\nnet</t>'] })).toBe('salaire net\n\n\n1\n\n2\n');
  });

  it('has texts that its cells share, in one piece or several, without how they are pronounced', async () => {
    const sharedTexts = [
      '<t>sal</t>',
      '<r><t>sal</t></r><r><t>aire &amp; plus</t></r><rPh><t>x</t></rPh>',
      '<t>a_x000D_b</t>',
    ];
    const row = ['0', '1', '2'].map((each) => `<c t="s"><v>${each}</v></c>`).join('');
    expect(await csv({ sheet: `<row>${row}</row>`, sharedTexts })).toBe('sal;salaire & plus;a b\n');
  });

  it('has numbers, percentages, dates and truth values as a person would type them', async () => {
    const formats = [
      '0%',
      'dd/mm/yyyy',
      '[$-40C]#,##0.00\\ &quot;mois&quot;',
      '[h]:mm',
      '_-* #,##0\\ [$€-40C]_-',
    ];
    const styled = ([value, style]: readonly [string, number]) => `<c s="${style}"><v>${value}</v></c>`;
    const cells = [
      ['0.3', 1],
      ['46022', 2],
      ['46022.5', 2],
      ['12.5', 3],
      ['0.25', 4],
      ['35000', 5],
      ['1.5E4', 0],
    ] as const;
    const sheet = `<row>${cells.map(styled).join('')}<c t="b"><v>1</v></c><c t="b"><v>0</v></c><c t="e"><v>#N/A</v></c></row>`;
    expect(await csv({ sheet, formats })).toBe(
      '30 %;2025-12-31;2025-12-31 12:00;12.5;06:00;35000;15000;vrai;faux;#N/A\n',
    );
    expect(await csv({ sheet, formats, date1904: true }, 'en')).toMatch(/^30%,2030-01-01,.*,true,false,/);
  });

  it('has dates from the first day of its calendar on, and times below it', async () => {
    const serials = ['0.25', '1', '59', '61', '61.5'];
    const parts = {
      sheet: `<row>${serials.map((each) => `<c s="1"><v>${each}</v></c>`).join('')}</row>`,
      formats: ['dd/mm/yyyy'],
    };
    expect(await csv(parts)).toBe('06:00;1900-01-01;1900-02-28;1900-03-01;1900-03-01 12:00\n');
    expect(await csv({ ...parts, date1904: true })).toBe(
      '06:00;1904-01-02;1904-02-29;1904-03-02;1904-03-02 12:00\n',
    );
  });

  it('has no number that could be read in two ways', async () => {
    const numbers = ['36001.476000000002', '1234.567', '0.5', '-12', '1e300', '5e-11'];
    const sheet = `<row>${numbers.map((each) => `<c><v>${each}</v></c>`).join('')}</row>`;
    expect(await csv({ sheet })).toBe('36001.4760;1234.5670;0.5;-12;1e+300;0.0000000001\n');
  });

  it('has the stored values of formulas, and says where there is none', async () => {
    const sheet = `<row>${c('A1', '<f>1+1</f><v>2</v>')}${c('B1', '<f>A1</f>')}${c('C1', '<f>"x"</f><v>x</v>', ' t="str"')}</row>`;
    expect(await csv({ sheet })).toBe('2;B1 : formule sans valeur, à enregistrer dans Excel;x\n');
    expect(await csv({ sheet }, 'en')).toContain('B1: formula without a value');
  });

  it('has no text that is longer than those of spreadsheets', async () => {
    const text = 'x'.repeat(200_000);
    const sheet = `<row><c t="inlineStr"><is><t>${text}</t></is></c><c t="str"><v>${text}</v></c></row>`;
    expect((await csv({ sheet })).length).toBe(2 * 32_767 + 2);
  });

  it('is the first that is shown, and the others are counted', async () => {
    const sheets = [
      '<sheet name="Diagramme" r:id="r5"/>',
      '<sheet name="Cachée" state="hidden" r:id="r4"/>',
      '<sheet name="Foyers &amp; co" r:id="r1"/>',
      '<sheet name="Deux" r:id="r4"/>',
    ].join('');
    const table = await opened(await workbook({ sheet: rowsOf([['a']]), sheets }));
    expect(table.sheet).toEqual({ name: 'Foyers & co', others: 1 });
    expect(await text(table)).toBe('a\n');
  });

  it('may have a prefix before the names of its elements', async () => {
    const sheet =
      '<x:worksheet xmlns:x="y"><x:sheetData><x:row><x:c><x:v>5</x:v></x:c></x:row></x:sheetData></x:worksheet>';
    expect(await csv({ sheet: '', parts: { 'xl/worksheets/sheet1.xml': sheet } })).toBe('5\n');
  });

  it('may have empty cells to the last column of spreadsheets, and values to the 1,000th', async () => {
    const sheet = `<row>${c('ALL1', '<v>1</v>')}${c('XFD1', '', ' s="1"')}</row>`;
    expect(await csv({ sheet })).toBe(`${';'.repeat(999)}1\n`);
  });

  it('keeps no more of a row than a line may have', async () => {
    const cell = `<c t="s"><v>0</v></c>`;
    const sheet = `<row>${cell.repeat(16_000)}</row><row><c><v>1</v></c></row>`;
    const [first = '', second] = (await csv({ sheet, sharedTexts: [`<t>${'x'.repeat(30_000)}</t>`] })).split(
      '\n',
    );
    expect(first.length).toBeGreaterThan(64 * 1024);
    expect(first.length).toBeLessThan(200_000);
    expect(second).toMatch(/^1;*$/);
  });
});

describe('a workbook that cannot be used says why', () => {
  const sheet = rowsOf([['salaire'], [1]]);
  const fromTable = async (content: string | Buffer) => text(await opened(content));

  it.each<[string, WorkbookParts, object]>([
    [
      'merged cells',
      { sheet: `${sheet}</sheetData><mergeCells><mergeCell ref="A2:A3"/></mergeCells><sheetData>` },
      { code: 'mergedCells', range: 'A2:A3' },
    ],
    ['no sheet', { sheet, sheets: '<sheet name="x" state="veryHidden" r:id="r1"/>' }, { code: 'noSheet' }],
    ['broken XML', { sheet: '<row><c></row>' }, { code: 'damagedWorkbook' }],
    [
      'an end that is missing',
      { sheet, parts: { 'xl/worksheets/sheet1.xml': '<worksheet><sheetData>' } },
      { code: 'damagedWorkbook' },
    ],
    [
      'a sheet that is missing',
      { sheet, parts: { 'xl/worksheets/sheet1.xml': null } },
      { code: 'damagedWorkbook' },
    ],
    ['rows out of order', { sheet: '<row r="2"/><row r="1"/>' }, { code: 'damagedWorkbook' }],
    [
      'cells out of order',
      { sheet: `<row>${c('B1', '<v>1</v>')}${c('A1', '<v>1</v>')}</row>` },
      { code: 'damagedWorkbook' },
    ],
    [
      'a shared text that is missing',
      { sheet: '<row><c t="s"><v>9</v></c></row>' },
      { code: 'damagedWorkbook' },
    ],
    [
      'a text of its own that is a value',
      { sheet: '<row><c t="inlineStr"><v>55555</v></c></row>' },
      { code: 'damagedWorkbook' },
    ],
    ['a row beyond the last', { sheet: '<row r="1048577"/>' }, { code: 'damagedWorkbook' }],
    [
      'a cell beyond the columns of a table',
      { sheet: `<row>${c('ALM1', '<v>1</v>')}</row>` },
      { code: 'tooManyColumns', most: 1_000 },
    ],
    [
      'entities of its own',
      {
        sheet,
        parts: {
          'xl/worksheets/sheet1.xml':
            '<!DOCTYPE x [<!ENTITY a "b">]><worksheet><sheetData><row><c t="inlineStr"><is><t>&a;</t></is></c></row></sheetData></worksheet>',
        },
      },
      { code: 'damagedWorkbook' },
    ],
  ])('%s', async (_, parts, reason) => {
    await expect(fromTable(await workbook(parts))).rejects.toMatchObject({ reason });
  });

  it.each([
    ['elements within each other without end', '<a>'.repeat(200)],
    [
      'attributes without end',
      `<row ${Array.from({ length: 1_100 }, (_, index) => `a${index}="" `).join('')}/>`,
    ],
    ['an attribute of a megabyte', `<row a="${'x'.repeat(2 ** 20)}"/>`],
    ['a name of a megabyte', `<${'x'.repeat(2 ** 20)}/>`],
    ['a comment of a megabyte', `<!--${'x'.repeat(2 ** 20)}-->`],
  ])('%s', async (_, beginning) => {
    await expect(fromTable(await workbook({ sheet: beginning }))).rejects.toMatchObject({
      reason: { code: 'damagedWorkbook' },
    });
  });

  it.each<[string, Record<string, string>, string]>([
    ['an .ods', { mimetype: 'application/vnd.oasis.opendocument.spreadsheet', 'content.xml': '<x/>' }, 'ods'],
    [
      'an .xlsb',
      {
        '_rels/.rels': '<R><Relationship Type="a/officeDocument" Target="xl/workbook.bin"/></R>',
        'xl/workbook.bin': '',
      },
      'xlsb',
    ],
    ['a document of Word', { '_rels/.rels': '<R/>', 'word/document.xml': '<x/>' }, 'archive'],
  ])('%s', async (_, parts, kind) => {
    await expect(fromTable(await zipOf(parts))).rejects.toMatchObject({ reason: { code: 'notText', kind } });
  });

  it('an old workbook is left to the reader of texts, one with a password is named', async () => {
    const compound = Buffer.alloc(4_096);
    compound.write('d0cf11e0a1b11ae1', 'hex');
    compound.writeUInt16LE(9, 30);
    compound.writeUInt32LE(1, 48);
    expect((await opened(compound)).sheet).toBeNull();
    compound.write('EncryptedPackage', 1_024 + 128, 'utf16le');
    await expect(opened(compound)).rejects.toMatchObject({ reason: { code: 'encryptedWorkbook' } });
    expect((await opened(Buffer.from([0xd0, 0xcf, 0x11, 0xe0]))).sheet).toBeNull();
  });

  it('half of an archive', async () => {
    const whole = await workbook({ sheet });
    await expect(fromTable(whole.subarray(0, whole.length / 2))).rejects.toMatchObject({
      reason: { code: 'damagedWorkbook' },
    });
  });

  it('an archive of parts without end', async () => {
    const parts = Object.fromEntries(Array.from({ length: 10_001 }, (_, index) => [`a${index}`, '']));
    await expect(fromTable(await zipOf(parts))).rejects.toMatchObject({
      reason: { code: 'notText', kind: 'archive' },
    });
  });

  it('one that unpacks to too much is refused before it is, and one that hides it is damaged', async () => {
    const bomb = await workbook({
      sheet,
      parts: { 'xl/sharedStrings.xml': Buffer.alloc(LARGEST.texts + 1, ' ') },
    });
    expect(bomb.length).toBeLessThan(200_000);
    await expect(fromTable(bomb)).rejects.toMatchObject({
      reason: { code: 'workbookTooLarge', most: LARGEST.texts },
    });
    const size = Buffer.alloc(4);
    size.writeUInt32LE(LARGEST.texts + 1);
    const lie = Buffer.alloc(4);
    lie.writeUInt32LE(1_000);
    for (let at = bomb.indexOf(size); at >= 0; at = bomb.indexOf(size)) lie.copy(bomb, at);
    await expect(fromTable(bomb)).rejects.toMatchObject({ reason: { code: 'damagedWorkbook' } });
  });

  it('a file that is not there is no workbook at all', async () => {
    await expect(openTable(join(folder, 'missing.xlsx'), 'fr')).rejects.toMatchObject({ code: 'ENOENT' });
  });
});

it('a text stays as it is', async () => {
  const table = await opened('a;b\n1;2');
  expect(table.sheet).toBeNull();
  expect(await text(table)).toBe('a;b\n1;2');
});
