import { expect, it } from 'vitest';
import type { Language } from '../../../../src/model/language.ts';
import type { NumberedSimulation } from '../../../../src/model/sessions.ts';
import type { Household } from '../../../../src/tax/return/household.ts';
import {
  type ExportFormat,
  exportFormats,
} from '../../../../src/web/contract/representations/simulation-export.ts';

import { calculate, calculator } from '../../../bulk/calculate.ts';
import { family } from '../../pages/fixtures.ts';
import { simulation } from '../../pages/page-builders.ts';

const named = simulation({ id: 3, label: '=HYPERLINK("http://evil")' });

/** What a file holds, its simulations coming in chunks of one. */
async function written(
  format: ExportFormat,
  simulations: readonly NumberedSimulation[],
  language: Language = 'en',
): Promise<string> {
  async function* chunks() {
    for (const each of simulations) yield [each];
  }
  let text = '';
  for await (const chunk of exportFormats[format].write(chunks(), language)) text += chunk;
  return text;
}

it('writes CSV as a spreadsheet of the language reads it, with no formula in it', async () => {
  const [header, line, end] = (await written('csv', [named], 'fr')).split('\r\n');
  expect(header).toMatch(/^\ufeffid;nom;marié;enfants;salaire;impôt;/);
  expect(line).toMatch(/^3;"'=HYPERLINK\(""http:\/\/evil""\)";/);
  expect(line).toMatch(/;0,\d+;/);
  expect(end).toBe('');
  expect((await written('csv', [named], 'en')).split('\r\n')[1]).toMatch(/,0\.\d+,/);
});

it('writes every member of the JSON into a column, and the columns without lines too', async () => {
  const [only] = JSON.parse(await written('json', [named]));
  expect(await written('csv', [], 'en')).toBe(`\ufeff${Object.keys(only).join(',')}\r\n`);
});

it('writes JSON with the names of the wire', async () => {
  const [only] = JSON.parse(await written('json', [named]));
  expect(only).toMatchObject({ id: 3, nom: '=HYPERLINK("http://evil")', marié: expect.any(String) });
});

it.each([0, 1, 3])('writes JSON of %i as if it were written at once', async (count) => {
  const simulations = Array.from({ length: count }, (_, index) =>
    simulation({ id: index + 1, label: 'a\nb' }),
  );
  const text = await written('json', simulations);
  expect(text).toBe(JSON.stringify(JSON.parse(text), null, 2));
  expect(JSON.parse(text)).toHaveLength(count);
});

it.each(['fr', 'en'] as const)(
  'writes CSV in %s that is calculated again to the same amounts',
  async (language) => {
    const household: Household = {
      ...family,
      declarants: [family.declarants[0], { salary: 24_000, pension: 6500 }],
    };
    const whole: Household = {
      ...household,
      boxes: { '1AK': 8_000, '7UF': 300 },
      residence: 'guyane_mayotte',
    };
    const simulations = [
      named,
      simulation({ household, incomeYear: 2025 }),
      simulation({ household: whole, incomeYear: 2025 }),
    ];
    const first = await written('csv', simulations, language);
    const { lines, report } = await calculate(first);
    expect(report).toMatchObject({ lines: 3, wrong: 0 });
    const [header = '', ...rows] = lines.map((line) =>
      line.replace('\ufeff', '').split(language === 'fr' ? ';' : ','),
    );
    const taxOf = (household: Household, incomeYear: number) =>
      calculator.calculate(household, incomeYear).amountDue;
    const column = header.indexOf('impôt');
    expect(rows.map((row) => Number(row[column]))).toEqual(
      simulations.map(({ household, incomeYear }) => taxOf(household, incomeYear)),
    );
    expect((await calculate(lines.join('\n'))).lines).toEqual(lines);
  },
);
