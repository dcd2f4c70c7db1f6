import { BOXES, type BoxCode } from '../return/boxes.ts';
import type { BoxValues, FilledReturn } from '../return/conditions.ts';
import type { Residence } from '../return/residence.ts';

/** A return whose boxes are within their bounds and satisfy all joint conditions. */
export interface EverydayReturn extends FilledReturn {
  readonly boxes: Amounts;
  readonly residence: Residence;
}

/** The boxes of one declarant, by the first declarant's codes. */
export const DECLARANTS = [
  {
    wages: '1AJ',
    unemployment: '1AP',
    costs: '1AK',
    overtime: '1GH',
    pension: '1AS',
    alimony: '1AO',
    microSales: '5KO',
    microServices: '5KP',
    microLiberal: '5HQ',
  },
  {
    wages: '1BJ',
    unemployment: '1BP',
    costs: '1BK',
    overtime: '1HH',
    pension: '1BS',
    alimony: '1BO',
    microSales: '5LO',
    microServices: '5LP',
    microLiberal: '5IQ',
  },
] as const satisfies readonly Record<string, BoxCode>[];

/** The value of every box, 0 when it is empty. All have one shape, which makes reading them fast. */
export type Amounts = Readonly<Record<BoxCode, number>>;

const EMPTY = Object.fromEntries(BOXES.map(({ code }) => [code, 0])) as Amounts;

/** The boxes of a return, completed by the empty ones. */
export function complete(boxes: BoxValues): Amounts {
  return { ...EMPTY, ...boxes };
}

/** Whether a declarant has reached an age at 31 December of the income year; false for a year of birth of 0. */
export function hasReached(age: number, born: number, year: number): boolean {
  return born > 0 && year - born >= age;
}

/** How many declarants have reached an age at 31 December. */
export function declarantsFrom(age: number, { boxes, situation, year }: EverydayReturn): number {
  const second = situation === 'couple' && hasReached(age, boxes['0DB'], year);
  return Number(hasReached(age, boxes['0DA'], year)) + Number(second);
}
