import { MAX_INCOME } from '../tax/return/bounds.ts';
import { type BoxIssue, boxIssue, conditionIssues } from '../tax/return/box-issues.ts';
import { type Box, type BoxCode, maxOf } from '../tax/return/boxes.ts';
import type { OtherBoxes } from '../tax/return/field-boxes.ts';
import type { Household } from '../tax/return/household.ts';
import { filledReturn } from '../tax/return/household-boxes.ts';
import { type Residence, residenceNamed } from '../tax/return/residence.ts';
import type { BoxValueIssue, ColumnIssue } from './csv-issues.ts';
import { boxOfField, type Column, type Field } from './fields.ts';
import { amount, parseCount, yesOrNo } from './values.ts';

/** The columns of a file that hold more than wages, pensions and children. */
export interface BoxColumns {
  /** The household completed from the cells of these columns; unreadable ones are added to `issues`. */
  addTo(household: Household, cells: readonly string[], incomeYear: number, issues: ColumnIssue[]): Household;
  /** The joint conditions that the household does not meet. */
  broken(household: Household, cells: readonly string[], incomeYear: number): readonly BoxValueIssue[];
}

interface BoxColumn extends Column {
  readonly box: Box;
}

/** Null for a file without such columns: its lines cost nothing more. */
export function boxColumns(columns: readonly Column[]): BoxColumns | null {
  const boxes = columns.flatMap((column): BoxColumn[] => {
    const box = boxOfField(column.field);
    return box === undefined ? [] : [{ ...column, box }];
  });
  const residence = columns.find(({ field }) => field === 'residence');
  const list = columns.find(({ field }) => field === 'boxes');
  if (boxes.length === 0 && residence === undefined && list === undefined) return null;

  return {
    addTo(household, cells, incomeYear, issues) {
      const values: Partial<Record<BoxCode, number>> = {};
      for (const column of boxes) {
        const value = boxValue(column, cells[column.position] ?? '', incomeYear, issues);
        if (value > 0) values[column.box.code] = value;
      }
      if (list !== undefined) readList(list, cells, values, incomeYear, issues);
      const place = residence === undefined ? 'metropole' : placeOf(residence, cells, issues);
      const hasBoxes = Object.keys(values).length > 0;
      return {
        ...household,
        ...(hasBoxes && { boxes: values as OtherBoxes }),
        ...(place !== 'metropole' && { residence: place }),
      };
    },
    broken(household, cells, incomeYear) {
      return conditionIssues(filledReturn(household, incomeYear)).map((issue) =>
        issueAt(
          boxes.find(({ box }) => box.code === issue.box),
          issue,
          cells,
        ),
      );
    },
  };
}

/** 0 for what is refused. */
function boxValue({ box, name }: BoxColumn, text: string, incomeYear: number, issues: ColumnIssue[]): number {
  if (text.trim() === '') return 0;
  const value = readers[box.row.kind](text);
  const { code, row } = box;
  const max = maxOf(box, incomeYear);
  const issue: BoxIssue | null =
    value === null ? { code: 'boxValue', box: code, kind: row.kind, max } : boxIssue(box, value, incomeYear);
  if (issue === null) return value ?? 0;
  issues.push({ code: 'box', column: name, value: text, issue });
  return 0;
}

const PAIR = /^([0-9][A-Z]{2})=([0-9]{1,10})$/;

/** Adds the boxes of a list such as `1AK=6000 7UF=300`. */
function readList(
  { position, name }: Column,
  cells: readonly string[],
  values: Partial<Record<BoxCode, number>>,
  incomeYear: number,
  issues: ColumnIssue[],
): void {
  const text = cells[position] ?? '';
  for (const pair of text.trim().split(/\s+/)) {
    if (pair === '') continue;
    const [, code = '', digits = ''] = PAIR.exec(pair) ?? [];
    const box = boxOfField(code as Field);
    if (box === undefined || values[box.code] !== undefined) {
      issues.push({ code: 'boxList', column: name, value: pair });
      continue;
    }
    const issue = boxIssue(box, Number(digits), incomeYear);
    if (issue === null) values[box.code] = Number(digits);
    else issues.push({ code: 'box', column: name, value: pair, issue });
  }
}

const count = (text: string) => parseCount(text, MAX_INCOME);

/** Reads the value of a box of each kind; null for an invalid value. */
const readers: Readonly<Record<Box['row']['kind'], (text: string) => number | null>> = {
  euros: (text) => amount(text, Number.MAX_SAFE_INTEGER),
  count,
  birthYear: count,
  tick: (text) => {
    const answer = yesOrNo(text);
    return answer === null ? null : Number(answer);
  },
  choice: () => null,
};

function placeOf({ position, name }: Column, cells: readonly string[], issues: ColumnIssue[]): Residence {
  const value = cells[position] ?? '';
  const place = residenceNamed(value);
  if (place === null) issues.push({ code: 'residence', column: name, value });
  return place ?? 'metropole';
}

/** An issue belongs to the column of a box that is filled in; a condition may name a short field first. */
function issueAt(column: BoxColumn | undefined, issue: BoxIssue, cells: readonly string[]): BoxValueIssue {
  const value = column === undefined ? '' : (cells[column.position] ?? '');
  return { code: 'box', column: column?.name ?? issue.box, value, issue };
}
