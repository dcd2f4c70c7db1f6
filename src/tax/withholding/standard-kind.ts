import type { Assessment } from '../rules/calculate-household.ts';
import type { OwnKind } from './own-rates.ts';

/** Since September 2025 individual rates are the default for couples: from the income of this year on. */
const FIRST_INDIVIDUAL_YEAR = 2024;

/** The kind that applies by default. */
export function standardKind({ situation, year }: Assessment['filled']): OwnKind {
  return situation === 'couple' && year >= FIRST_INDIVIDUAL_YEAR ? 'individual' : 'household';
}
