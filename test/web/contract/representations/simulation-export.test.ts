import { expect, it } from 'vitest';
import type { Household } from '../../../../src/tax/household.ts';
import { exportFormats } from '../../../../src/web/contract/representations/simulation-export.ts';
import { calculate, office } from '../../../bulk/calculate.ts';
import { family } from '../../pages/fixtures.ts';
import { simulation } from '../../pages/page-builders.ts';

const named = simulation({ id: 3, label: '=HYPERLINK("http://evil")' });

it('writes CSV as a spreadsheet of the language reads it, with no formula in it', () => {
  const [header, line, end] = exportFormats.csv.write([named], 'fr').split('\r\n');
  expect(header).toMatch(/^\ufeffid;nom;marié;enfants;salaire;impôt;/);
  expect(line).toMatch(/^3;"'=HYPERLINK\(""http:\/\/evil""\)";/);
  expect(line).toMatch(/;0,\d+;/);
  expect(end).toBe('');
  expect(exportFormats.csv.write([named], 'en').split('\r\n')[1]).toMatch(/,0\.\d+,/);
});

it('writes every member of the JSON into a column, and the columns without lines too', () => {
  const [only] = JSON.parse(exportFormats.json.write([named]));
  expect(exportFormats.csv.write([], 'en')).toBe(`\ufeff${Object.keys(only).join(',')}\r\n`);
});

it('writes JSON with the names of the wire', () => {
  const [only] = JSON.parse(exportFormats.json.write([named]));
  expect(only).toMatchObject({ id: 3, nom: '=HYPERLINK("http://evil")', marié: expect.any(String) });
});

it.each(['fr', 'en'] as const)(
  'writes CSV in %s that is calculated again to the same amounts',
  async (language) => {
    const household: Household = {
      ...family,
      declarants: [family.declarants[0], { salary: 24_000, pension: 6500 }],
    };
    const simulations = [named, simulation({ household, incomeYear: 2025 })];
    const first = exportFormats.csv.write(simulations, language);
    const { lines, report } = await calculate(first);
    expect(report).toMatchObject({ lines: 2, wrong: 0 });
    const [header = '', ...rows] = lines.map((line) =>
      line.replace('\ufeff', '').split(language === 'fr' ? ';' : ','),
    );
    const taxOf = (household: Household, incomeYear: number) =>
      office.calculate(household, incomeYear).amountDue;
    const column = header.indexOf('impôt (2)');
    expect(rows.map((row) => Number(row[column]))).toEqual(
      simulations.map(({ household, incomeYear }) => taxOf(household, incomeYear)),
    );
    expect((await calculate(lines.join('\n'))).lines).toEqual(lines);
  },
);
