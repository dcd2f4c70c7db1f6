import type { BoxCode } from './boxes.ts';

/** The boxes that a household has fields for; all others are in its `boxes`. */
export const FIELD_BOXES = [
  '0BT',
  '0CF',
  '0CH',
  '1AJ',
  '1AS',
  '1BJ',
  '1BS',
] as const satisfies readonly BoxCode[];

export type FieldBox = (typeof FIELD_BOXES)[number];

/** Boxes that are not fields of a household. Whole euros, persons, years, 1 for a tick; none is 0. */
export type OtherBoxes = Readonly<Partial<Record<Exclude<BoxCode, FieldBox>, number>>>;

const FIELD_BOX_SET: ReadonlySet<string> = new Set(FIELD_BOXES);

export function isFieldBox(code: BoxCode): code is FieldBox {
  return FIELD_BOX_SET.has(code);
}
