import { unlessImpossible } from '../cannot-calculate.ts';
import { MAX_INCOME } from '../return/bounds.ts';
import type { Declarant, Household } from '../return/household.ts';
import type { TaxResult } from '../tax-result.ts';

/** The highest income of the first declarant without any tax, everything else being equal. */
export interface UntaxedIncome {
  readonly kind: keyof Declarant;
  /** Whole euros a year. */
  readonly most: number;
  /** The household with that income. */
  readonly household: Household;
}

/** A salary, or a pension where the first declarant has nothing else. */
export function movingIncome({ declarants: [first] }: Household): keyof Declarant {
  return first.salary === 0 && first.pension > 0 ? 'pension' : 'salary';
}

/** The household with this income of the first declarant. */
export function withIncome(household: Household, kind: keyof Declarant, amount: number): Household {
  const [first, ...others] = household.declarants;
  return {
    ...household,
    declarants: [{ ...first, [kind]: amount }, ...others] as unknown as Household['declarants'],
  };
}

/**
 * Up to which income nothing is due: found by halving, as the tax does not fall while the income grows. Null where the
 * rest of the household is taxed already, or where no income that can be filled in is.
 */
export function untaxedIncome(
  household: Household,
  incomeYear: number,
  calculate: (household: Household, incomeYear: number) => TaxResult,
): UntaxedIncome | null {
  const kind = movingIncome(household);
  const isDue = (income: number) => {
    const result = unlessImpossible(() => calculate(withIncome(household, kind, income), incomeYear));
    return result === null || result.amountDue > 0;
  };
  if (isDue(0) || !isDue(MAX_INCOME)) return null;
  let [most, taxed] = [0, MAX_INCOME];
  while (taxed - most > 1) {
    const middle = Math.floor((most + taxed) / 2);
    if (isDue(middle)) taxed = middle;
    else most = middle;
  }
  return { kind, most, household: withIncome(household, kind, most) };
}
