import { readFileSync } from 'node:fs';
import { brotliDecompressSync } from 'node:zlib';
import { parse } from 'yaml';
import type { BoxCode } from '../../../src/tax/return/boxes.ts';
import { complete, type EverydayReturn, type Residence } from '../../../src/tax/rules/filled-return.ts';
import {
  type PreparedReturnYear,
  prepareReturnYear,
  type ReturnYear,
} from '../../../src/tax/rules/return-year.ts';
import { INCOME_YEARS, taxYear } from '../fixtures.ts';

/** A row of return-cases.csv: a return and every amount of its calculation that is not 0, by its name. */
export interface ReturnCase {
  readonly id: string;
  readonly filled: EverydayReturn;
  readonly expected: Readonly<Record<string, string>>;
}

export function returnYear(incomeYear: number): ReturnYear {
  return parse(readFileSync(`src/tax/years/return/${incomeYear}.yaml`, 'utf8')) as ReturnYear;
}

/** Each year's values, prepared. */
export const preparedYears: ReadonlyMap<number, PreparedReturnYear> = new Map(
  INCOME_YEARS.map((year) => [year, prepareReturnYear(taxYear(year), returnYear(year))]),
);

function pairs(text: string): Record<string, string> {
  return Object.fromEntries(
    text
      .split(' ')
      .filter(Boolean)
      .map((pair) => pair.split('=')),
  );
}

/** All rows of the file: what tax-law's authors computed in exact fractions, box by box. */
export function readReturnCases(): ReturnCase[] {
  const text = brotliDecompressSync(readFileSync('test/data/return-cases.csv.br')).toString();
  const [, ...lines] = text.trim().split('\n');
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
