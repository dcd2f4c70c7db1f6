import type { OfficialResult } from './official/official-result.ts';
import { type Household, incomeOf } from './return/household.ts';
import type { TaxResult } from './tax-result.ts';

/** What the household has received in all, whole euros; of a micro-business what its allowance leaves. */
export function receivedIn(household: Household, result: TaxResult | OfficialResult): number {
  const businesses = ('everyday' in result && result.everyday?.microBusiness) || [];
  return businesses.reduce((sum, net) => sum + net, incomeOf(household));
}

/** The part of all incomes that the tax takes, a fraction with four decimals; null without income. */
export function averageRate(household: Household, result: TaxResult | OfficialResult): number | null {
  const received = receivedIn(household, result);
  return received > 0 ? Math.round((Math.max(0, result.amountDue) / received) * 10_000) / 10_000 : null;
}
