import * as z from 'zod';
import { type BoxIssue, boxIssue, boxOf, conditionIssues } from '../../tax/return/box-issues.ts';
import { BOXES, type Box, type BoxCode } from '../../tax/return/boxes.ts';
import type { Household } from '../../tax/return/household.ts';
import { boxesOf, filledReturn, householdOf } from '../../tax/return/household-boxes.ts';
import { brokenRules } from '../../tax/return/household-rules.ts';
import { residenceNamed } from '../../tax/return/residence.ts';
import { formatBoxIssue } from '../../words/box-issue-texts.ts';
import { boxWords } from '../../words/box-texts.ts';

const FILLED_IN = BOXES.filter(({ row }) => row.kind !== 'choice');

/** Boxes of the return by their codes; their values are checked with the year. */
export const boxesSchema = z
  .strictObject(Object.fromEntries(FILLED_IN.map((box) => [box.code, valueSchema(box)])))
  .optional();

/** A department or the name of a place. */
export const residenceSchema = z.union([z.string(), z.int()]).optional();

function valueSchema({ row }: Box) {
  const description = boxWords('en')[row.name as keyof ReturnType<typeof boxWords>].label;
  const value = row.kind === 'tick' ? z.union([z.boolean(), z.int()]) : z.int();
  return value.optional().meta({ description });
}

type BoxesInput = Readonly<Partial<Record<BoxCode, number | boolean>>>;

/** A household with its boxes, or their issues: the box, and why in words. */
export type BoxesReading =
  | { readonly household: Household }
  | { readonly issues: readonly { readonly path: readonly string[]; readonly detail: string }[] };

/**
 * Adds the boxes of a request to the fields of its household. A box that repeats a field is an issue.
 *
 * @param fields a household that satisfies its schema, except for its rules
 */
export function withBoxes(
  fields: Household,
  input: { readonly boxes?: BoxesInput | undefined; readonly residence?: string | number | undefined },
  year: number,
): BoxesReading {
  const residence = residenceNamed(String(input.residence ?? ''));
  const read = boxesOf(fields);
  const values = Object.entries(input.boxes ?? {}).flatMap(([code, value]) => {
    const box = boxOf(code);
    return box === undefined || value === undefined ? [] : [{ box, value: Number(value) }];
  });
  const issues = values.flatMap(({ box, value }) => {
    const { code } = box;
    if (value !== 0 && read[code] !== undefined)
      return [
        { path: ['boxes', code], detail: 'says the same as a field of the household: leave one of them out' },
      ];
    const issue = boxIssue(box, value, year);
    return issue ? [issueAt(code, issue)] : [];
  });
  if (residence === null)
    issues.push({ path: ['residence'], detail: 'is neither a department nor a known name' });
  if (issues.length > 0 || residence === null) return { issues };
  const filled = Object.fromEntries(values.map(({ box, value }) => [box.code, value]));
  const household = householdOf(fields.situation, { ...read, ...filled }, residence);
  const broken = brokenRules(household).map(({ field, message }) => ({ path: [field], detail: message }));
  const conditions = conditionIssues(filledReturn(household, year)).map((issue) => issueAt(issue.box, issue));
  return broken.length + conditions.length > 0 ? { issues: [...broken, ...conditions] } : { household };
}

function issueAt(code: BoxCode, issue: BoxIssue) {
  return { path: ['boxes', code], detail: formatBoxIssue(issue, 'en') };
}
