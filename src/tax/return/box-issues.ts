import { BOXES, type Box, type BoxCode, hasBox, maxOf } from './boxes.ts';
import { brokenConditions, type ConditionName, type FilledReturn } from './conditions.ts';
import { isFieldBox } from './field-boxes.ts';
import type { Household } from './household.ts';
import { filledReturn } from './household-boxes.ts';

/** The earliest year of birth accepted. */
const FIRST_BIRTH_YEAR = 1900;

/** What is wrong with the value of one box. */
export type BoxIssue =
  /** Not a whole number from 0 to `max`. */
  | {
      readonly code: 'boxValue';
      readonly box: BoxCode;
      readonly kind: Box['row']['kind'];
      readonly max: number;
    }
  /** The return of the income year does not have the box, which was added in `from`. */
  | { readonly code: 'boxNotInYear'; readonly box: BoxCode; readonly year: number; readonly from: number }
  /** It breaks a condition together with the other boxes. */
  | {
      readonly code: 'boxCondition';
      readonly box: BoxCode;
      readonly others: readonly BoxCode[];
      readonly condition: ConditionName;
      readonly max: number | undefined;
    };

const BY_CODE: ReadonlyMap<string, Box> = new Map(BOXES.map((box) => [box.code, box]));

/** The box of a code as the form prints it; undefined for any other text. */
export function boxOf(code: string): Box | undefined {
  return BY_CODE.get(code);
}

/**
 * Whether a box takes a value in an income year: a whole number within its bound; 0 is an empty box, of any year.
 *
 * @returns null when the value is valid
 */
export function boxIssue(box: Box, value: unknown, year: number): BoxIssue | null {
  if (value === 0) return null;
  const max = maxOf(box, year);
  const { kind, from } = box.row;
  if (from !== undefined && !hasBox(box, year)) return { code: 'boxNotInYear', box: box.code, year, from };
  const least = kind === 'birthYear' ? FIRST_BIRTH_YEAR : 1;
  const isAllowed = Number.isInteger(value) && (value as number) >= least && (value as number) <= max;
  return isAllowed ? null : { code: 'boxValue', box: box.code, kind, max };
}

/** All issues of the boxes of a household in an income year. `RULES` (`household-rules.ts`) checks the household's own fields. */
export function boxIssues(household: Household, year: number): readonly BoxIssue[] {
  const { boxes } = household;
  if (boxes === undefined) return [];
  const issues = BOXES.flatMap((box) => {
    const { code } = box;
    return isFieldBox(code) ? [] : (boxIssue(box, boxes[code] ?? 0, year) ?? []);
  });
  return issues.length > 0 ? issues : conditionIssues(filledReturn(household, year));
}

/**
 * Every joint condition that the return breaks, reported at its first box that is filled in. `RULES` checks those between
 * fields of the household alone.
 */
export function conditionIssues(filled: FilledReturn): readonly BoxIssue[] {
  const concerns = (code: BoxCode) => !isFieldBox(code) && isFilled(filled, code) === 1;
  const broken = brokenConditions(filled).filter(({ boxes }) => boxes.some(concerns));
  return broken.map(({ condition, boxes, max }) => {
    const [box, ...others] = [...boxes].sort((a, b) => isFilled(filled, b) - isFilled(filled, a));
    if (box === undefined) throw new Error(`the condition ${condition} names no box`);
    return { code: 'boxCondition', box, others, condition, max };
  });
}

function isFilled({ boxes }: FilledReturn, code: BoxCode): number {
  return Number((boxes[code] ?? 0) > 0);
}
