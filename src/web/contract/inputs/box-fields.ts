import { type BoxIssue, boxIssue, conditionIssues } from '../../../tax/return/box-issues.ts';
import { type Box, type BoxCode, maxOf } from '../../../tax/return/boxes.ts';
import type { OtherBoxes } from '../../../tax/return/field-boxes.ts';
import type { Household } from '../../../tax/return/household.ts';
import { filledReturn } from '../../../tax/return/household-boxes.ts';
import { residenceNamed } from '../../../tax/return/residence.ts';
import { excerpt } from '../../http/limits.ts';
import { type Message, message } from '../../messages/message.ts';
import { BOX_FIELDS, RESIDENCE_FIELD } from '../../pages/field-names.ts';
import type { NumberReader } from './number-reader.ts';

type Form = ReadonlyMap<string, string>;

/** The values of the boxes, or all their issues. */
export type BoxesReading =
  | { readonly values: Pick<Household, 'boxes' | 'residence'> }
  | { readonly errors: readonly Message[] };

/** An unticked box is not posted at all. */
const TICKS: ReadonlyMap<string, number> = new Map([
  ['oui', 1],
  ['1', 1],
  ['on', 1],
  ['non', 0],
  ['0', 0],
]);

/** Reads the fields of the boxes, named by their codes; an empty field is an empty box. */
export function readBoxFields(form: Form, year: number, read: NumberReader): BoxesReading {
  const readings = BOX_FIELDS.map((box) => readBox(box, form.get(box.code)?.trim() ?? '', year, read));
  const residence = residenceNamed(form.get(RESIDENCE_FIELD) ?? '');
  const errors = [
    ...readings.flatMap((reading) => ('error' in reading ? [reading.error] : [])),
    ...(residence === null ? [residenceMessage(form)] : []),
  ];
  if (errors.length > 0) return { errors };
  const filled = readings.flatMap((reading) =>
    'value' in reading && reading.value > 0 ? [[reading.code, reading.value] as const] : [],
  );
  return {
    values: {
      ...(filled.length > 0 && { boxes: Object.fromEntries(filled) as OtherBoxes }),
      ...(residence !== null && residence !== 'metropole' && { residence }),
    },
  };
}

type BoxReading = { readonly code: BoxCode; readonly value: number } | { readonly error: Message };

function readBox(box: Box, text: string, year: number, read: NumberReader): BoxReading {
  const { code } = box;
  const value = text === '' ? 0 : boxValue(box, text, read);
  const issue = issueOf(box, value, year);
  return issue === null ? { code, value: value ?? 0 } : { error: boxMessage(issue, text) };
}

/** The joint conditions that a household does not meet, each reported at the field of a box. */
export function brokenBoxes(household: Household, year: number, form: Form): readonly Message[] {
  return conditionIssues(filledReturn(household, year)).map((issue) =>
    boxMessage(issue, form.get(issue.box) ?? ''),
  );
}

function boxValue({ row }: Box, text: string, read: NumberReader): number | null {
  if (row.kind === 'tick') return TICKS.get(text.toLowerCase()) ?? null;
  return row.kind === 'euros' ? read.amount(text) : read.count(text);
}

function issueOf(box: Box, value: number | null, year: number): BoxIssue | null {
  if (value !== null) return boxIssue(box, value, year);
  return { code: 'boxValue', box: box.code, kind: box.row.kind, max: maxOf(box, year) };
}

/** The issue is kept as data, so that a stored page shows it in the reader's language. */
function boxMessage(issue: BoxIssue, value: string): Message {
  return message('boxRefused', { name: issue.box, value: excerpt(value), issue: JSON.stringify(issue) });
}

function residenceMessage(form: Form): Message {
  return message('invalidResidence', {
    name: RESIDENCE_FIELD,
    value: excerpt(form.get(RESIDENCE_FIELD) ?? ''),
  });
}
