import type { TaxCalculator } from '../../src/tax/tax-calculator.ts';
import { createTaxCalculator } from '../../src/tax/tax-calculator.ts';
import { taxYears } from './fixtures.ts';

/** A calculator with a defect that shows after so many households. */
export function calculatorFailingAfter(households: number, defect: Error): TaxCalculator {
  const calculator = createTaxCalculator({ method: 'official', years: taxYears() });
  if (calculator.method !== 'official') throw new TypeError('the calculator of the law is expected');
  let left = households;
  return {
    ...calculator,
    calculate(household, incomeYear) {
      if (left === 0) throw defect;
      left -= 1;
      return calculator.calculate(household, incomeYear);
    },
  };
}
