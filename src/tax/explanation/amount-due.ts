import type { Household } from '../household.ts';
import type { OfficialResult } from '../official/result.ts';
import type { TaxYear } from '../tax-year.ts';
import { bracketAmounts } from './bracket-amounts.ts';
import type { ExplanationStep, ModestReductionStep } from './steps.ts';

function modestReductionStep(result: OfficialResult, year: TaxYear): ModestReductionStep | null {
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

/** The reliefs that the tax may have. */
export function addReliefSteps(
  steps: ExplanationStep[],
  { situation }: Household,
  result: OfficialResult,
  year: TaxYear,
): void {
  const { taxAfterCap, decote } = result;
  if (taxAfterCap > 0) {
    steps.push({
      id: 'decote',
      before: taxAfterCap,
      after: taxAfterCap - decote,
      max: situation === 'couple' ? year.decote.maxCouple : year.decote.maxSingle,
      rate: year.decote.rate,
      amount: decote,
      sources: year.sources.decote,
    });
  }
  const reduction = modestReductionStep(result, year);
  if (reduction) steps.push(reduction);
}

/** From the income tax to what has to be paid. */
export function addCollectionSteps(
  steps: ExplanationStep[],
  { situation }: Household,
  result: OfficialResult,
  year: TaxYear,
): void {
  const { taxableIncome, incomeTax, cehr, total, amountDue } = result;
  if (cehr > 0) {
    const scale = situation === 'couple' ? year.cehr.couple : year.cehr.single;
    const { brackets, rounding } = bracketAmounts(scale, taxableIncome, 1, cehr);
    steps.push({
      id: 'cehr',
      before: incomeTax,
      after: total,
      taxableIncome,
      brackets,
      rounding,
      amount: cehr,
      sources: year.sources.cehr,
    });
  }
  steps.push({
    id: 'collection',
    before: total,
    after: amountDue,
    threshold: year.collectionThreshold,
    sources: year.sources.collectionThreshold,
  });
}
