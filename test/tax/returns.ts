import fc from 'fast-check';
import { BOXES, type Box, type BoxCode, hasBox, maxOf } from '../../src/tax/return/boxes.ts';
import { type BoxValues, brokenConditions } from '../../src/tax/return/conditions.ts';
import { RESIDENCES, type Residence } from '../../src/tax/return/residence.ts';
import type { EverydayReturn } from '../../src/tax/rules/filled-return.ts';
import { INCOME_YEARS } from './fixtures.ts';

/** A return with any of the boxes, which keeps to their bounds and conditions. */
export interface AnyReturn {
  readonly year: number;
  readonly situation: EverydayReturn['situation'];
  readonly residence: Residence;
  readonly boxes: BoxValues;
}

const euros = fc.oneof(fc.nat(3_000), fc.nat(60_000), fc.nat(400_000));
const counts = fc.integer({ min: 1, max: 3 });
const VALUES: Readonly<Record<Box['row']['kind'], fc.Arbitrary<number>>> = {
  euros,
  count: counts,
  tick: fc.constant(1),
  birthYear: fc.integer({ min: 1930, max: 1990 }),
  choice: fc.constant(0),
};

const chosen = BOXES.filter(({ row }) => row.kind !== 'choice');

/** Any return; what does not fit the year, the situation or another box is left empty. */
export const returns: fc.Arbitrary<AnyReturn> = fc
  .record({
    year: fc.constantFrom(...INCOME_YEARS),
    situation: fc.constantFrom('single' as const, 'couple' as const, 'widowed' as const),
    residence: fc.constantFrom('metropole', ...RESIDENCES),
    picked: fc.subarray(chosen, { maxLength: 14 }),
    values: fc.tuple(...chosen.map((box) => VALUES[box.row.kind])),
  })
  .map(({ picked, values, ...rest }) => {
    const boxes = Object.fromEntries(
      picked.map((box) => [box.code, Math.min(values[chosen.indexOf(box)] ?? 0, maxOf(box, rest.year))]),
    );
    return { ...rest, boxes: fitting({ ...rest, boxes }) };
  });

/** Without what breaks a bound or a condition, box by box. */
export function fitting({ year, situation, boxes }: Omit<AnyReturn, 'residence'>): BoxValues {
  const kept: Partial<Record<BoxCode, number>> = {};
  for (const box of chosen) {
    const value = Math.min(boxes[box.code] ?? 0, maxOf(box, year));
    if (value > 0 && hasBox(box, year)) kept[box.code] = value;
  }
  for (;;) {
    const [broken] = brokenConditions({ year, situation, boxes: kept });
    const first = broken?.boxes.find((code) => kept[code] !== undefined);
    if (first === undefined) return kept;
    delete kept[first];
  }
}
