import { describe, expect, it } from 'vitest';
import { calculateReturn } from '../../../src/tax/rules/calculate-return.ts';
import { complete } from '../../../src/tax/rules/filled-return.ts';
import { netMicroBusiness } from '../../../src/tax/rules/micro-business.ts';
import type { ReturnResult } from '../../../src/tax/rules/return-result.ts';
import { firstOf } from '../fixtures.ts';
import { preparedYear, readWithholdingCases } from './return-cases.ts';

/** The amounts of the law's outline that the cases name. */
const AMOUNTS: Readonly<Record<string, (result: ReturnResult) => number>> = {
  micro_net_1: ({ microBusiness }) => microBusiness[0] ?? 0,
  micro_net_2: ({ microBusiness }) => microBusiness[1] ?? 0,
  taxable_income: ({ taxableIncome }) => taxableIncome,
  reference_income: ({ referenceIncome }) => referenceIncome,
  tax_before_reductions: ({ taxBeforeReductions }) => taxBeforeReductions,
  tax_due: ({ settlement }) => settlement.amountDue,
};

it('every case with micro-businesses comes out to the euro', () => {
  const cases = readWithholdingCases();
  const filled = cases.filter(({ filled: { boxes } }) =>
    (['5KO', '5KP', '5HQ', '5LO', '5LP', '5IQ'] as const).some((code) => boxes[code] > 0),
  );
  expect([cases.length, filled.length]).toEqual([3000, 611]);
  const wrong = firstOf(cases, ({ id, filled, expected }) => {
    const year = preparedYear(filled.year);
    const result = year && calculateReturn(filled, year);
    if (!result || 'notEstablished' in result) return [id];
    return Object.entries(AMOUNTS)
      .filter(([name, read]) => read(result) !== Number(expected[name]))
      .map(([name, read]) => `${id} ${name}: ${read(result)}, not ${expected[name]}`);
  });
  expect(wrong).toEqual([]);
});

describe('the net of a micro-business', () => {
  const net = (boxes: Parameters<typeof complete>[0], declarant: 0 | 1 = 0) =>
    netMicroBusiness(complete(boxes), declarant, preparedYear(2025)?.microBusiness ?? null);

  it.each([
    ['goods', { '5KO': 10_000 }, 2900],
    ['services', { '5KP': 10_000 }, 5000],
    ['a liberal profession', { '5HQ': 10_000 }, 6600],
  ])('of %s has its own allowance', (_, boxes, expected) => expect(net(boxes)).toBe(expected));

  it('has the least allowance box by box, and is never negative', () => {
    expect(net({ '5HQ': 400 })).toBe(95);
    expect(net({ '5HQ': 305, '5KP': 1 })).toBe(0);
  });

  it('is each declarant’s own', () => {
    expect(net({ '5LP': 10_000 })).toBe(0);
    expect(net({ '5LO': 10_000, '5LP': 10_000, '5IQ': 10_000 }, 1)).toBe(14_500);
  });

  it('is not established before 2020', () => {
    expect(preparedYear(2019)?.microBusiness).toBeNull();
  });
});
