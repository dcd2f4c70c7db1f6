import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { run } from '../../src/cli/run.ts';
import { rowsOf, workbook } from '../xlsx/make-workbook.ts';
import { fakeProcess } from './terminal.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'tax-server-calculate-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

async function calculate(args: readonly string[], input = '') {
  const { context, written } = fakeProcess(input, false, { cwd: folder, baseDir: folder });
  const code = await run(['calculate', ...args], context);
  return { code, ...written };
}

describe('one household', () => {
  const household = ['--year', '2018', '--married', '--children', '2', '--salary', '55555'];

  it('is printed as a table, and no database is made for it', async () => {
    const { code, stdout } = await calculate(household);
    expect(code).toBe(0);
    expect(stdout).toMatch(/^Taxable income +€49,999$/m);
    expect(stdout).toMatch(/^Tax to pay +€2,815$/m);
    expect(readdirSync(folder)).toEqual([]);
  });

  it('is printed as the JSON of the API', async () => {
    const { stdout } = await calculate([...household, '--json']);
    expect(JSON.parse(stdout)).toMatchObject({
      incomeYear: 2018,
      method: 'official',
      amountDue: 2815,
      rate: 0.14,
      intermediateAmounts: { taxableIncome: 49999, shares: 3 },
    });
  });

  it('is computed by the method that is asked for', async () => {
    const { stdout } = await calculate([...household, '--method', 'legacy', '--json']);
    expect(JSON.parse(stdout)).toMatchObject({ method: 'legacy', intermediateAmounts: null });
  });

  it('may say any box of the return by its code', async () => {
    const boxes = ['--year', '2025', '--1AJ', '30000', '--7UF', '100', '--8HV', '1600'];
    const { stdout } = await calculate(boxes);
    expect(stdout).toMatch(/^Tax reductions +€66$/m);
    expect(stdout).toMatch(/^Tax to pay +€1,498$/m);
    expect(stdout).toMatch(/^Balance \(negative: refunded\) +-€102$/m);
    const twice = await calculate([...boxes, '--salary', '5']);
    expect(twice.stderr).toContain('--salary');
    expect(twice.stderr).toContain('--1AJ');
    const wrong = await calculate([
      '--1AJ',
      '9000',
      '--1BK',
      '5',
      '--4BE',
      '15001',
      '--residence',
      'Atlantis',
    ]);
    expect(wrong.stderr).toContain('--4BE "15001": a whole number of euros from 0 to 15,000 is expected');
    expect(wrong.stderr).toContain('--residence "Atlantis"');
  });

  it('has its rates of withholding on request', async () => {
    const couple = [
      '--year',
      '2025',
      '--married',
      '--salary',
      '48000',
      '--salary2',
      '24000',
      '--withholding',
    ];
    const { stdout } = await calculate(couple);
    expect(stdout).toMatch(/^Withholding: household rate +7.8%$/m);
    expect(stdout).toMatch(/^Withholding: individual rate 1 +10.3%$/m);
    expect(stdout).toMatch(/^Withholding: neutral rate 2 +2.9%$/m);
    const json = JSON.parse((await calculate([...couple, '--json'])).stdout);
    expect(json.withholding.individual.rates).toEqual([0.103, 0.029]);
    const early = await calculate(['--year', '2018', '--salary', '9000', '--withholding']);
    expect(early).toMatchObject({ code: 1, stderr: expect.stringContaining('from the incomes of 2020 on') });
    const legacy = await calculate([...couple, '--method', 'legacy']);
    expect(legacy).toMatchObject({ code: 1, stderr: expect.stringContaining('--method official') });
    const leftOut = await calculate(['--year', '2025', '--1AJ', '9000', '--1AO', '9', '--withholding']);
    expect(leftOut.stdout).toMatch(/^Withholding: household rate +unknown$/m);
  });

  it('is refused with every issue at once', async () => {
    const { code, stdout, stderr } = await calculate(['--salary', 'x', '--children', '99', '--year', '1999']);
    expect(code).toBe(1);
    expect(stdout).toBe('');
    expect(stderr).toContain('--year "1999": known years: 2018');
    expect(stderr).toContain('--children "99": a whole number from 0 to 30');
    expect(stderr).toContain('--salary "x": an amount from 0 to');
  });
});

it.each([[[]], [['--married', '--children', '2']]])('%j says that there is no income', async (args) => {
  const { code, stdout, stderr } = await calculate(args);
  expect([code, stdout]).toEqual([1, '']);
  expect(stderr).toContain('--salary or --pension');
});

it('a missing folder of the result is named as one', async () => {
  writeFileSync(join(folder, 'in.csv'), 'children,salary\n2,55555\n');
  const { code, stderr } = await calculate(['in.csv', '--output', 'missing/out.csv']);
  expect(code).toBe(1);
  expect(stderr).toContain(`there is no folder ${join(folder, 'missing')}\n`);
});

it('a folder is no file', async () => {
  const { code, stderr } = await calculate(['.', '--output', 'out.csv']);
  expect(code).toBe(1);
  expect(stderr).toContain('it is a folder');
});

describe('a file', () => {
  const LINES = 'id,married,children,salary\n1,yes,2,55555\n2,perhaps,2,55555\n';

  it('is written beside, with a report and code 3 for wrong lines', async () => {
    writeFileSync(join(folder, 'in.csv'), LINES);
    const { code, stderr, stdout } = await calculate(['in.csv', '--output', 'out.csv', '--year', '2018']);
    expect(code).toBe(3);
    expect(stdout).toBe('');
    expect(stderr).toBe(
      'Columns not used, kept as they are: "id".\n' +
        'line 3: married "perhaps": yes or no is expected\n2 lines read, 1 calculated, 1 wrong\n',
    );
    expect(readFileSync(join(folder, 'out.csv'), 'utf8')).toContain('\n1,yes,2,55555,2815,0.14,');
    expect(readdirSync(folder).sort()).toEqual(['in.csv', 'out.csv']);
  });

  it('may be standard input and output', async () => {
    const { code, stdout } = await calculate(['-', '--year', '2018'], LINES.replace('perhaps', 'no'));
    expect(code).toBe(0);
    expect(stdout.split('\n')[1]).toMatch(/^1,yes,2,55555,2815,/);
  });

  it('is not replaced by its results', async () => {
    writeFileSync(join(folder, 'in.csv'), LINES);
    const { code } = await calculate(['in.csv', '--output', './in.csv']);
    expect(code).toBe(1);
    expect(readFileSync(join(folder, 'in.csv'), 'utf8')).toBe(LINES);
  });

  it('disturbs no file beside its results, whatever that is called', async () => {
    writeFileSync(join(folder, 'out.csv.part'), LINES);
    const { code } = await calculate(['out.csv.part', '--output', 'out.csv']);
    expect(code).toBe(3);
    expect(readFileSync(join(folder, 'out.csv.part'), 'utf8')).toBe(LINES);
    expect(readdirSync(folder).sort()).toEqual(['out.csv', 'out.csv.part']);
  });

  it.each([
    ['missing.csv', null, 'missing.csv: it does not exist'],
    ['empty.csv', '', 'The file is empty.'],
    ['book.csv', 'PK\x03\x04rest', 'The workbook is damaged'],
    ['names.csv', 'a,b\n1,2\n', 'No column is recognised'],
    ['typo.csv', 'children,salry\n1,2\n', 'did you mean "salary"?'],
    ['no-income.csv', 'year,children\n2025,2\n', 'No column has a salary or pension'],
    ['header.csv', 'year,salary\n', 'The file has no household'],
  ])('%s leaves nothing behind but the reason', async (name, content, reason) => {
    if (content !== null) writeFileSync(join(folder, name), content);
    const { code, stderr } = await calculate([name, '--output', 'out.csv']);
    expect(code).toBe(1);
    expect(stderr).toContain(reason);
    expect(readdirSync(folder)).toEqual(content === null ? [] : [name]);
  });

  it('may be a workbook, and its results too', async () => {
    const sheet = rowsOf([
      ['year', 'married', 'children', 'salary'],
      [2018, 'yes', 2, 55555],
      [2018, 'perhaps', 0, 1],
    ]);
    const sheets = '<sheet name="A" r:id="r1"/><sheet name="B" r:id="r4"/>';
    writeFileSync(join(folder, 'in.xlsx'), await workbook({ sheet, sheets }));
    const { code, stderr } = await calculate(['in.xlsx', '--output', 'out.xlsx']);
    expect([code, stderr]).toEqual([
      3,
      'Sheet "A" read; 1 other is not.\nline 3: married "perhaps": yes or no is expected\n2 lines read, 1 calculated, 1 wrong\n',
    ]);
    const csv = await calculate(['out.xlsx']);
    expect(csv.stdout.split('\n')[1]).toMatch(/^2018,yes,2,55555,2815,0.14,/);
  });

  it('has no results with macros', async () => {
    writeFileSync(join(folder, 'in.csv'), LINES);
    const { code, stderr } = await calculate(['in.csv', '--output', 'out.XLSM']);
    expect([code, readdirSync(folder)]).toEqual([1, ['in.csv']]);
    expect(stderr).toContain('ends in .xlsx or .csv');
  });

  it('that is a workbook with merged cells leaves no results', async () => {
    const sheet = `${rowsOf([['salary'], [55555]])}</sheetData><mergeCells><mergeCell ref="A2:A3"/></mergeCells><sheetData>`;
    writeFileSync(join(folder, 'in.xlsx'), await workbook({ sheet }));
    const { code, stderr } = await calculate(['in.xlsx', '--output', 'out.xlsx']);
    expect([code, readdirSync(folder)]).toEqual([1, ['in.xlsx']]);
    expect(stderr).toContain('The cells A2:A3 are merged');
  });
});
