import type { Household } from '../household.ts';
import type { OfficialResult } from '../official/result.ts';
import type { TaxYear } from '../tax-year.ts';
import { bracketAmounts } from './bracket-amounts.ts';
import type { CehrStep, CollectionStep, DecoteStep, ModestReductionStep } from './steps.ts';

/** Null where there is no tax to relieve. */
export function decoteStep(
  { situation }: Household,
  { taxAfterCap, decote }: OfficialResult,
  year: TaxYear,
): DecoteStep | null {
  if (taxAfterCap === 0) return null;
  const { maxSingle, maxCouple, rate } = year.decote;
  return {
    id: 'decote',
    before: taxAfterCap,
    after: taxAfterCap - decote,
    max: situation === 'couple' ? maxCouple : maxSingle,
    rate,
    amount: decote,
    sources: year.sources.decote,
  };
}

/** Null in years that do not have it, and where there is no tax to reduce. */
export function modestReductionStep(result: OfficialResult, year: TaxYear): ModestReductionStep | null {
  const { taxableIncome, shares, adultShares, incomeTax, reduction } = result;
  const values = year.modestReduction;
  if (values === null || incomeTax + reduction === 0) return null;
  const raised = 2 * (shares - adultShares) * values.stepPerHalfShare;
  return {
    id: 'modestReduction',
    before: incomeTax + reduction,
    after: incomeTax,
    taxableIncome,
    rate: values.rate,
    fullBelow: values.fullBelowPerAdult * adultShares + raised,
    nilFrom: values.nilFromPerAdult * adultShares + raised,
    amount: reduction,
    sources: year.sources.modestReduction,
  };
}

/** Null for incomes that do not reach it. */
export function cehrStep(
  { situation }: Household,
  { taxableIncome, incomeTax, cehr, total }: OfficialResult,
  year: TaxYear,
): CehrStep | null {
  if (cehr === 0) return null;
  const scale = situation === 'couple' ? year.cehr.couple : year.cehr.single;
  const { brackets, rounding } = bracketAmounts(scale, taxableIncome, 1, cehr);
  return {
    id: 'cehr',
    before: incomeTax,
    after: total,
    taxableIncome,
    brackets,
    rounding,
    amount: cehr,
    sources: year.sources.cehr,
  };
}

/** From the total to what is collected. */
export function collectionStep({ total, amountDue }: OfficialResult, year: TaxYear): CollectionStep {
  return {
    id: 'collection',
    before: total,
    after: amountDue,
    threshold: year.collectionThreshold,
    sources: year.sources.collectionThreshold,
  };
}
