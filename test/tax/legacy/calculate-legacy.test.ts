import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { calculateLegacy } from '../../../src/tax/legacy/calculate-legacy.ts';
import { legacyConstants } from '../../../src/tax/legacy/legacy-constants.ts';
import { taxYear } from '../fixtures.ts';

const constants = legacyConstants(taxYear(2018));

/** The columns of the contract's tables: married, children, salary → tax, surcharge, décote, reduction, rate. */
type Row = readonly [boolean, number, number, number, number, number, number, number];

const REFERENCE: readonly Row[] = [
  [true, 2, 55555, 2814, 0, 0, 0, 0.14],
  [true, 2, 50000, 1384, 0, 384, 347, 0.14],
  [true, 3, 50000, 0, 0, 720, 0, 0.14],
  [false, 2, 100000, 19884, 4480, 0, 0, 0.41],
  [false, 3, 100000, 16782, 7176, 0, 0, 0.41],
  [true, 3, 100000, 9200, 2180, 0, 0, 0.3],
  [true, 5, 100000, 4230, 0, 0, 0, 0.14],
  [false, 0, 100000, 22986, 0, 0, 0, 0.41],
  [true, 2, 30000, 0, 0, 0, 0, 0],
  [false, 0, 200000, 64210, 7498, 0, 0, 0.45],
  [true, 3, 200000, 42842, 17283, 0, 0, 0.41],
];

const OTHERS: readonly Row[] = [
  [true, 2, 45000, 502, 0, 857, 126, 0.14],
  [true, 1, 100000, 13853, 1348, 0, 0, 0.3],
  [true, 2, 60000, 3375, 0, 0, 0, 0.14],
  [true, 2, 100000, 12302, 2696, 0, 0, 0.3],
  [false, 1, 70000, 11551, 1348, 0, 0, 0.3],
  [false, 2, 45000, 3250, 370, 0, 0, 0.3],
  [false, 1, 30000, 1687, 0, 0, 0, 0.14],
  [true, 3, 20000, 0, 0, 0, 0, 0],
];

const EDGES: readonly Row[] = [
  [false, 0, 0, 0, 0, 0, 0, 0],
  [false, 0, 11072, 0, 0, 0, 0, 0],
  [false, 0, 20000, 617, 0, 353, 155, 0.14],
  [false, 0, 23374, 1212, 0, 34, 304, 0.14],
  [false, 0, 23375, 1516, 0, 34, 0, 0.14],
  [false, 0, 125020, 32218, 0, 0, 0, 0.41],
  [false, 5, 80000, 3394, 289, 0, 0, 0.3],
  [true, 7, 1000000, 385435, 179369, 0, 0, 0.45],
];

describe.each([
  ['contract §8.1', REFERENCE],
  ['contract §8.2', OTHERS],
  ['contract §8.3', EDGES],
])('%s', (_, rows) => {
  it.each(rows)(
    'married %s, %i children, %i €: tax %i, surcharge %i, décote %i, reduction %i, rate %d',
    (...row) => {
      const [married, children, salary, amountDue, surcharge, decote, reduction, rate] = row;
      expect(calculateLegacy(married, children, salary, constants)).toEqual({
        amountDue,
        surcharge,
        decote,
        reduction,
        rate,
      });
    },
  );
});

it('answers whole amounts of at least 0, and never −0', () => {
  fc.assert(
    fc.property(fc.boolean(), fc.nat(30), fc.nat(2_000_000), (married, children, salary) => {
      const { rate, ...amounts } = calculateLegacy(married, children, salary, constants);
      for (const amount of Object.values(amounts)) {
        expect(Number.isInteger(amount)).toBe(true);
        expect(Object.is(amount, -0)).toBe(false);
        expect(amount).toBeGreaterThanOrEqual(0);
      }
      expect([0, 0.14, 0.3, 0.41, 0.45]).toContain(rate);
    }),
    { numRuns: 2000 },
  );
});

it('a salary below the smallest allowance gives 0, not −0', () => {
  const result = calculateLegacy(false, 0, 100, constants);
  expect(Object.values(result).every((amount) => Object.is(amount, 0))).toBe(true);
});

it('differs from the law where the earlier application did: no phase-out of the reduction', () => {
  // The law gives 0 € of reduction just below 21,037 € of income, this algorithm the full fifth.
  expect(calculateLegacy(false, 0, 23374, constants).reduction).toBe(304);
});
