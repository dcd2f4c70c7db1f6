import type { OfficialResult } from './official/official-result.ts';
import { type Household, incomeOf } from './return/household.ts';
import type { TaxResult } from './tax-result.ts';

/** The total income of the household, in whole euros; a micro-business counts after its allowance. */
export function receivedIn(household: Household, result: TaxResult | OfficialResult): number {
  const businesses = ('everyday' in result && result.everyday?.microBusiness) || [];
  return businesses.reduce((sum, net) => sum + net, incomeOf(household));
}

/** The tax as a fraction of all income, with four decimals; null without income. */
export function averageRate(household: Household, result: TaxResult | OfficialResult): number | null {
  const received = receivedIn(household, result);
  return received > 0 ? Math.round((Math.max(0, result.amountDue) / received) * 10_000) / 10_000 : null;
}
