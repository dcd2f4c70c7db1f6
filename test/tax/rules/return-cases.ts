import { readFileSync } from 'node:fs';
import { brotliDecompressSync } from 'node:zlib';
import type { BoxCode } from '../../../src/tax/return/boxes.ts';
import type { Residence } from '../../../src/tax/return/residence.ts';
import { complete, type EverydayReturn } from '../../../src/tax/rules/filled-return.ts';
import {
  type PreparedReturnYear,
  prepareReturnYear,
  type ReturnValues,
} from '../../../src/tax/rules/return-year.ts';
import { INCOME_YEARS, once, taxYear } from '../fixtures.ts';

/** A row of a file of cases: a return and amounts of its calculation by their names. */
export interface ReturnCase {
  readonly id: string;
  readonly filled: EverydayReturn;
  readonly expected: Readonly<Record<string, string>>;
}

export function returnValues(incomeYear: number): ReturnValues {
  const values = taxYear(incomeYear).return;
  if (values === null) throw new Error(`${incomeYear} has no values of the return`);
  return values;
}

const preparedYears = once(
  () =>
    new Map<number, PreparedReturnYear>(
      INCOME_YEARS.map((year) => [year, prepareReturnYear(taxYear(year), returnValues(year))]),
    ),
);

/** A year's values, prepared when a test first asks for them. */
export function preparedYear(incomeYear: number): PreparedReturnYear | undefined {
  return preparedYears().get(incomeYear);
}

function pairs(text: string): Record<string, string> {
  return Object.fromEntries(
    text
      .split(' ')
      .filter(Boolean)
      .map((pair) => pair.split('=')),
  );
}

/** Every amount that is not 0, as tax-law's authors computed it in exact fractions, box by box. */
export const readReturnCases = once(() => readCases('return-cases'));

/** Micro-businesses and withholding rates in percent, from the same authors; 0 is written. */
export const readWithholdingCases = once(() => readCases('withholding-cases'));

function readCases(name: string): readonly ReturnCase[] {
  const text = brotliDecompressSync(readFileSync(`test/data/${name}.csv.br`)).toString();
  const [, ...lines] = text.trim().split(/\r?\n/);
  return lines.map((line) => {
    const [id = '', year = '', situation = '', residence = '', boxes = '', results = ''] = line.split(',');
    const amounts = Object.entries(pairs(boxes)).map(([code, value]) => [code as BoxCode, Number(value)]);
    return {
      id,
      filled: {
        year: Number(year),
        situation: situation as EverydayReturn['situation'],
        residence: residence as Residence,
        boxes: complete(Object.fromEntries(amounts)),
      },
      expected: pairs(results),
    };
  });
}
