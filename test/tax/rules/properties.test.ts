import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BOXES, type BoxCode } from '../../../src/tax/return/boxes.ts';
import type { BoxValues } from '../../../src/tax/return/conditions.ts';
import { calculateReturn } from '../../../src/tax/rules/calculate-return.ts';
import { complete } from '../../../src/tax/rules/filled-return.ts';
import type { ReturnResult } from '../../../src/tax/rules/return-result.ts';
import { type AnyReturn, fitting, returns } from '../returns.ts';
import { preparedYear } from './return-cases.ts';

/** The result; null where the law of the case is not established (CDHR). */
function resultOf(asked: AnyReturn): ReturnResult | null {
  const year = preparedYear(asked.year);
  if (!year) throw new Error(`no values for ${asked.year}`);
  const result = calculateReturn({ ...asked, boxes: complete(asked.boxes) }, year);
  return 'notEstablished' in result ? null : result;
}

const dueOf = (asked: AnyReturn) => resultOf(asked)?.settlement.amountDue ?? null;

function without(asked: AnyReturn, ...codes: readonly BoxCode[]): AnyReturn {
  const boxes: BoxValues = Object.fromEntries(
    Object.entries(asked.boxes).filter(([code]) => !codes.includes(code as BoxCode)),
  );
  return { ...asked, boxes: fitting({ ...asked, boxes }) };
}

/** The return with more in one box; null where that breaks a bound or a condition. */
function withMore(asked: AnyReturn, code: BoxCode, more: number): AnyReturn | null {
  const boxes = { ...asked.boxes, [code]: (asked.boxes[code] ?? 0) + more };
  const kept = fitting({ ...asked, boxes });
  const isWhole = Object.entries(boxes).every(([each, value]) => kept[each as BoxCode] === value);
  return isWhole ? { ...asked, boxes } : null;
}

/** Holds for every pair of a return and the same with more in a box, where both have an amount. */
function compared(
  codes: readonly BoxCode[],
  more: fc.Arbitrary<number>,
  holds: (before: ReturnResult, after: ReturnResult) => boolean,
  prepare: (asked: AnyReturn) => AnyReturn = (asked) => asked,
): void {
  let count = 0;
  fc.assert(
    fc.property(returns, fc.constantFrom(...codes), more, (any, code, amount) => {
      const asked = prepare(any);
      const richer = withMore(asked, code, amount);
      const [before, after] = [resultOf(asked), richer && resultOf(richer)];
      if (before === null || after === null) return true;
      count += 1;
      return holds(before, after);
    }),
    { numRuns: 2_000 },
  );
  expect(count).toBeGreaterThan(500);
}

const euros = fc.oneof(fc.integer({ min: 1, max: 100 }), fc.integer({ min: 1, max: 50_000 }));
const one = fc.constant(1);
const due = ({ settlement }: ReturnResult) => settlement.amountDue;
const rises = (before: ReturnResult, after: ReturnResult) => due(after) >= due(before);
const falls = (before: ReturnResult, after: ReturnResult) => due(after) <= due(before);
/** The contribution on high incomes and the reduction of 2018 and 2019 look at the reference income. */
const fallsWithReference = (before: ReturnResult, after: ReturnResult) =>
  after.referenceIncome > before.referenceIncome || falls(before, after);

const INCOMES = [
  ...(['1AJ', '1BJ', '1AP', '1BP', '1GH', '1HH', '1AS', '1BS', '1AO', '1BO'] as const),
  ...(['4BE', '4BA', '2DC', '2TR', '5KO', '5KP', '5HQ', '5LO', '5LP', '5IQ'] as const),
];
const DEDUCTIONS = [
  ...(['6DE', '6EL', '6EM', '6GI', '6GJ', '6GU', '6NS', '6NT'] as const),
  ...(['1AK', '1BK', '4BD', '4BC'] as const),
];
const SPENT = [
  ...(['7UD', '7UF', '7CD', '7CE', '7DB', '7GA', '7GB', '7GC'] as const),
  ...(['7GE', '7GF', '7GG', '7AC', '7AE', '2CK'] as const),
];
const COUNTED = ['7EA', '7EC', '7EF', '7EB', '7ED', '7EG', '7DL', '7DQ', '7DG'] as const;

/** Union dues count up to 1 % of wages and pensions (CGI 199 quater C), gifts up to 20 % of the income (CGI 200). */
const LIMITED_BY_INCOME = ['7AC', '7AE', '7UD', '7UF'] as const;
/** Their half-share is for those who live without dependants (CGI 195, 1). */
const VETERANS = ['0AW', '0AG'] as const;

describe('whatever else a return says', () => {
  it('an income that rises never lowers the tax, but for credits and reductions that it limits', () =>
    compared(INCOMES, euros, rises, (asked) => without(asked, ...LIMITED_BY_INCOME)));

  it('a deduction never raises the tax, but for what the income limits, or through the reference income', () =>
    compared(DEDUCTIONS, euros, fallsWithReference, (asked) => without(asked, ...LIMITED_BY_INCOME)));

  it('what reduces the tax or is credited never raises it', () => {
    compared(SPENT, euros, falls);
    compared(COUNTED, one, falls);
  });

  it('one more dependant never costs anything, but for veterans and war widows', () =>
    compared(['0CF', '0CH', '0DJ', '0CR'], one, falls, (asked) => without(asked, ...VETERANS)));

  it('it does not matter who of a couple declares first', () => {
    fc.assert(
      fc.property(returns, (any) => {
        const couple = { ...any, situation: 'couple' as const };
        const asked = { ...couple, boxes: fitting(couple) };
        const [before, after] = [resultOf(asked), resultOf({ ...asked, boxes: swapped(asked.boxes) })];
        expect(after?.settlement).toEqual(before?.settlement);
        expect(after?.referenceIncome).toEqual(before?.referenceIncome);
      }),
      { numRuns: 2_000 },
    );
  });
});

/** With the two declarants in each other's place. */
function swapped(boxes: BoxValues): BoxValues {
  const places = new Map(
    BOXES.flatMap(({ row }) =>
      row.second ? [[row.code, row.second] as const, [row.second, row.code] as const] : [],
    ),
  );
  return Object.fromEntries(Object.entries(boxes).map(([code, value]) => [places.get(code) ?? code, value]));
}

const COSTS = { '1AJ': 40_000, '1AK': 4_000 };
const LARGE_GIFTS = { '1AJ': 344_294, '7UF': 66_359 };
const SAVER = { '0AP': 1, '1AS': 2_500, '2TR': 400_000, '6PS': 1_000 };
const VETERAN = { '0DA': 1940, '0AW': 1, '1AS': 60_000 };

/** The exceptions that the properties leave out, each as the law has it. */
describe('the known exceptions', () => {
  it.each<[string, number, BoxValues, BoxCode, number, number]>([
    [
      '100 € more let one more euro of union dues count: 0.66 € of credit',
      2025,
      { '7AC': 1 },
      '1AJ',
      100,
      -1,
    ],
    ['actual costs lose the credit of union dues', 2025, { ...COSTS, '7AC': 300 }, '1AK', 10, 195],
    ['the limit of gifts rounds, and rises with the income', 2018, LARGE_GIFTS, '1AJ', 1, -1],
    ['and falls with it', 2023, { '5KP': 183_296, '7UD': 19_330 }, '6DE', 1, 1],
    ['savings that lower nothing any more count in the reference income', 2024, SAVER, '6NS', 1_000, 30],
    ['a child ends the half-share of a veteran', 2025, VETERAN, '0CF', 1, 1_641],
  ])('%s', (_, year, boxes, code, more, difference) => {
    const asked: AnyReturn = { year, situation: 'single', residence: 'metropole', boxes };
    const changed = withMore(asked, code, more);
    expect(Number(changed && dueOf(changed)) - Number(dueOf(asked))).toBe(difference);
  });
});
