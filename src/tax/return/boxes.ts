import { MAX_CHILDREN, MAX_INCOME } from './bounds.ts';
import type { BoxRow, Section } from './box-row.ts';
import { DEDUCTIONS, REDUCTIONS_AND_CREDITS, WITHHELD } from './charge-boxes.ts';
import { FAMILY } from './family-boxes.ts';
import { INCOMES, OTHER_INCOMES } from './income-boxes.ts';

/** The return: each section with its rows, in the order of the form. */
export const SECTIONS = {
  family: FAMILY,
  incomes: INCOMES,
  otherIncomes: OTHER_INCOMES,
  deductions: DEDUCTIONS,
  reductionsAndCredits: REDUCTIONS_AND_CREDITS,
  withheld: WITHHELD,
} as const satisfies Record<Section, readonly BoxRow[]>;

type Row = (typeof SECTIONS)[Section][number];
type Second = Extract<Row, { second: string }>['second'];

/** Name of a row in the code and the API; the words of the catalogues are typed by it. */
export type BoxName = Row['name'];
/** Code of a box as the form prints it, of either declarant. */
export type BoxCode = Row['code'] | Second;

/** One box that can be filled in: a row, or one declarant's part of it. */
export interface Box {
  readonly code: BoxCode;
  readonly row: BoxRow;
  readonly section: Section;
  /** Absent where the box does not belong to a declarant. */
  readonly declarant?: 1 | 2;
  /** Columns of a CSV, English and French. */
  readonly csv: readonly [en: string, fr: string];
}

function boxesOf(section: Section): Box[] {
  return SECTIONS[section].flatMap((row): Box[] => {
    if (!('second' in row)) return [{ code: row.code, row, section, csv: row.csv }];
    const [en, fr] = row.csv;
    return [
      { code: row.code, row, section, declarant: 1, csv: [`${en}1`, `${fr} 1`] },
      { code: row.second, row, section, declarant: 2, csv: [`${en}2`, `${fr} 2`] },
    ];
  });
}

/** Every box, in the order of the form. */
export const BOXES: readonly Box[] = (Object.keys(SECTIONS) as Section[]).flatMap(boxesOf);

/** Whether the return of an income year has the box. */
export function hasBox({ row }: Box, year: number): boolean {
  return row.from === undefined || year >= row.from;
}

/** The highest value of a box in an income year: euros, number of persons, or 1 for a tick. */
export function maxOf({ row }: Box, year: number): number {
  if (typeof row.max === 'number') return row.max;
  if (row.max !== undefined) return row.max.findLast(({ from }) => from <= year)?.max ?? 0;
  switch (row.kind) {
    case 'euros':
      return MAX_INCOME;
    case 'count':
      return MAX_CHILDREN;
    case 'birthYear':
      return year;
    case 'tick':
      return 1;
    case 'choice':
      return (row.choices?.length ?? 0) - 1;
  }
}
