import type { Assessment } from '../rules/calculate-household.ts';
import type { OwnKind } from './own-rates.ts';

/** Individual rates are the rule for couples since September 2025: from these incomes on. */
const FIRST_INDIVIDUAL_YEAR = 2024;

/** The rate of those who choose none. */
export function standardKind({ situation, year }: Assessment['filled']): OwnKind {
  return situation === 'couple' && year >= FIRST_INDIVIDUAL_YEAR ? 'individual' : 'household';
}
