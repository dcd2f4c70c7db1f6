import { expect, it } from 'vitest';
import { offsets, offsetUnits, rateUnits } from '../../../src/tax/years/rate-units.ts';
import { taxYear, taxYears } from '../fixtures.ts';

it('a rate of four decimals is a whole number of units', () => {
  expect([0, 0.14, 0.41, 0.45, 0.4525, 1].map(rateUnits)).toEqual([0, 1400, 4100, 4500, 4525, 10_000]);
});

it('the offsets of 2018 are the contract’s coeffn, exactly', () => {
  expect(offsets(taxYear(2018).brackets)).toEqual([0, 1394.96, 5798, 13913.69, 20163.45]);
});

it('at every threshold, the brackets on both sides give the same tax', () => {
  for (const { brackets } of taxYears()) {
    const units = offsetUnits(brackets);
    brackets.slice(1).forEach(({ from, rate }, index) => {
      const below = from * rateUnits(brackets[index]?.rate ?? 0) - (units[index] ?? 0);
      const above = from * rateUnits(rate) - (units[index + 1] ?? 0);
      expect(above).toBe(below);
    });
  }
});
