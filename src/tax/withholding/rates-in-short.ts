import type { Assessment } from '../rules/calculate-household.ts';
import { FIRST_RATE_YEAR } from './first-rate-year.ts';
import { leftOutOf } from './left-out.ts';
import { ownRatesOf } from './own-rates.ts';
import type { Tenths } from './rate.ts';
import { scopeOf } from './scope.ts';

/** The own rates of a household among many; null where there is none, or none that can be told. */
export interface RatesInShort {
  readonly household: Tenths | null;
  /** Of the two declarants of a couple. */
  readonly individual: readonly Tenths[] | null;
}

const NO_RATES: RatesInShort = { household: null, individual: null };

/** The rates without what they take and without a refusal: of years without rules too. */
export function ratesInShort(assessment: Assessment): RatesInShort {
  if (assessment.filled.year < FIRST_RATE_YEAR) return NO_RATES;
  const own = ownRatesOf(assessment, scopeOf(assessment), leftOutOf(assessment), {});
  return { household: own.household?.rates[0] ?? null, individual: own.individual?.rates ?? null };
}
