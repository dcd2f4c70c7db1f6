import { CannotCalculate } from '../../../tax/cannot-calculate.ts';
import { type Explanation, explain } from '../../../tax/explanation/explain.ts';
import type { OfficialResult } from '../../../tax/official/official-result.ts';
import type { Household } from '../../../tax/return/household.ts';
import { type TaxCalculator, UnknownIncomeYear } from '../../../tax/tax-calculator.ts';
import type { TaxResult } from '../../../tax/tax-result.ts';
import type { TaxYear } from '../../../tax/years/tax-year.ts';
import type { Calculated } from '../page.ts';

interface Computation {
  readonly household: Household;
  readonly year: TaxYear;
  readonly tax: TaxCalculator;
}

/** A calculation with its result and its explanation. */
export type Computed = Computation &
  (
    | { readonly method: 'official'; readonly result: OfficialResult; readonly explanation: Explanation }
    | { readonly method: 'legacy'; readonly result: TaxResult }
  );

/** Computes the content of the page from the stored calculation; null when its year is no longer known. */
export function compute({ household, incomeYear }: Calculated, tax: TaxCalculator): Computed | null {
  try {
    const year = tax.yearValues(incomeYear);
    const computation = { household, year, tax };
    if (tax.method === 'legacy') {
      return { ...computation, method: tax.method, result: tax.calculate(household, incomeYear) };
    }
    const result = tax.calculate(household, incomeYear);
    return { ...computation, method: tax.method, result, explanation: explain(household, result, year) };
  } catch (error) {
    // The tax years have changed meanwhile.
    if (error instanceof UnknownIncomeYear || error instanceof CannotCalculate) return null;
    throw error;
  }
}
