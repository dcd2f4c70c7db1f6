import type { Assessment } from '../rules/calculate-household.ts';
import { householdRate, householdRateSteps } from './household-rate.ts';
import { individualRates } from './individual-rates.ts';
import { concernsIndividualOnly, type LeftOut } from './left-out.ts';
import type { RateKind, WithholdingQuestion } from './question.ts';
import type { Tenths } from './rate.ts';
import type { WithholdingStep } from './rate-steps.ts';
import type { Scope } from './scope.ts';

/** Rates from the household's own return, one for each declarant, with their steps. */
export interface OwnRates {
  readonly rates: readonly Tenths[];
  readonly steps: readonly WithholdingStep[];
}

export type OwnKind = Exclude<RateKind, 'neutral'>;

/**
 * Always both kinds: the neutral rate is compared with them. Null where they cannot be calculated; a single person has no
 * individual rates.
 *
 * @throws {WithholdingRefused} where a single person asks for individual rates
 */
export function ownRatesOf(
  assessment: Assessment,
  scope: Scope,
  leftOut: readonly LeftOut[],
  { rates }: WithholdingQuestion,
): Readonly<Record<OwnKind, OwnRates | null>> {
  const hasIndividual = scope.own.length === 2 || rates?.includes('individual') === true;
  return {
    household: concernsIndividualOnly(leftOut) ? ownHouseholdRate(scope) : null,
    individual: hasIndividual && leftOut.length === 0 ? individualRates(assessment, scope) : null,
  };
}

function ownHouseholdRate(scope: Scope): OwnRates {
  const rate = householdRate(scope);
  return { rates: scope.own.map(() => rate), steps: householdRateSteps(scope) };
}
