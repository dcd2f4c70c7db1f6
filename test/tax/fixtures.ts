import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import type { Household, Situation } from '../../src/tax/return/household.ts';
import type { TaxYearDocument } from '../../src/tax/years/tax-year-document.ts';
import { taxYearSchema } from '../../src/tax/years/tax-year-schema.ts';

export const INCOME_YEARS = [2018, 2019, 2020, 2021, 2022, 2023, 2024, 2025] as const;

/** Makes a value when it is first asked for, and keeps it for every test of the process, which must not change it. */
export function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

/** The first of what is wrong with cases: a broken rule breaks thousands of them, and the others need not be computed. */
export function firstOf<Case>(
  cases: readonly Case[],
  wrongWith: (each: Case) => readonly string[],
): string[] {
  const found: string[] = [];
  for (const each of cases) {
    found.push(...wrongWith(each));
    if (found.length >= 20) break;
  }
  return found;
}

const yearFiles = once(
  () =>
    new Map<number, unknown>(
      INCOME_YEARS.map((year) => [year, parse(readFileSync(`src/tax/years/${year}.yaml`, 'utf8'))]),
    ),
);

/** The shipped values of a year, as plain data before validation. */
export function taxYearFile(incomeYear: number): unknown {
  return structuredClone(yearFiles().get(incomeYear));
}

export const taxYears = once((): readonly TaxYearDocument[] =>
  INCOME_YEARS.map((year) => taxYearSchema.parse(taxYearFile(year))),
);

export function taxYear(incomeYear: number): TaxYearDocument {
  const found = taxYears().find((year) => year.incomeYear === incomeYear);
  if (!found) throw new Error(`the program carries no values of ${incomeYear}`);
  return found;
}

/** A row of tax-cases.csv: every column by its name, and the household that it describes. */
export interface TaxCase {
  readonly id: string;
  readonly incomeYear: number;
  readonly household: Household;
  readonly columns: Readonly<Record<string, string>>;
}

const SITUATIONS: Readonly<Record<string, Situation>> = {
  single: 'single',
  couple: 'couple',
  widowed: 'widowed',
};

function readCase(columns: Record<string, string>): TaxCase {
  const number = (name: string) => Number(columns[name]);
  const first = { salary: number('salary1'), pension: number('pension1') };
  const second = { salary: number('salary2'), pension: number('pension2') };
  const situation = SITUATIONS[columns.situation ?? ''];
  if (!situation) throw new Error(`unknown situation in ${columns.id}`);
  return {
    id: columns.id ?? '',
    incomeYear: number('income_year'),
    household: {
      situation,
      singleParent: columns.single_parent === '1',
      children: number('children'),
      sharedCustodyChildren: number('shared_children'),
      declarants: situation === 'couple' ? [first, second] : [first],
    },
    columns,
  };
}

export const readTaxCases = once((): readonly TaxCase[] => {
  const [header = '', ...lines] = readFileSync('test/data/tax-cases.csv', 'utf8').trim().split('\n');
  const names = header.split(',');
  return lines.map((line) => {
    const values = line.split(',');
    return readCase(Object.fromEntries(names.map((name, index) => [name, values[index] ?? ''])));
  });
});
