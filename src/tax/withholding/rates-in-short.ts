import type { Assessment } from '../rules/calculate-household.ts';
import { FIRST_RATE_YEAR } from './first-rate-year.ts';
import { type LeftOut, leftOutOf } from './left-out.ts';
import { type OwnKind, ownRatesOf } from './own-rates.ts';
import type { Tenths } from './rate.ts';
import { scopeOf } from './scope.ts';
import { standardKind } from './standard-kind.ts';

/** A household's own rates only; null where there is none, or where it cannot be calculated. */
export interface RatesInShort {
  readonly household: Tenths | null;
  /** For the two declarants of a couple. */
  readonly individual: readonly Tenths[] | null;
  /** The kind that applies by default. */
  readonly standard: OwnKind;
  readonly leftOut: readonly LeftOut[];
}

/** Never throws: years without rules have no rates. */
export function ratesInShort(assessment: Assessment): RatesInShort {
  const { filled } = assessment;
  const standard = standardKind(filled);
  if (filled.year < FIRST_RATE_YEAR) return { household: null, individual: null, standard, leftOut: [] };
  const leftOut = leftOutOf(assessment);
  const own = ownRatesOf(assessment, scopeOf(assessment), leftOut, {});
  return {
    household: own.household?.rates[0] ?? null,
    individual: own.individual?.rates ?? null,
    standard,
    leftOut,
  };
}
