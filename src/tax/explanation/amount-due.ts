import type { Situation } from '../return/household.ts';
import type { TaxYear } from '../years/tax-year.ts';
import { bracketAmounts } from './bracket-amounts.ts';
import type { CehrStep, CollectionStep, DecoteStep, ModestReductionStep } from './explanation-steps.ts';

/** An amount that a step takes off or adds, and what it is taken off or added to. Whole euros. */
interface Change {
  readonly before: number;
  readonly amount: number;
}

/** Null where there is no tax to relieve. */
export function decoteStep(
  situation: Situation,
  { before, amount }: Change,
  year: TaxYear,
): DecoteStep | null {
  if (before === 0) return null;
  const { maxSingle, maxCouple, rate } = year.decote;
  const max = situation === 'couple' ? maxCouple : maxSingle;
  const { decote: sources } = year.sources;
  return { id: 'decote', before, after: before - amount, max, rate, amount, sources };
}

/** The income that the limits of the reduction are compared with, and the shares that raise them. */
interface ComparedIncome {
  readonly taxableIncome: number;
  readonly shares: number;
  readonly adultShares: number;
}

/** Null in years that do not have it, and where there is no tax to reduce. */
export function modestReductionStep(
  { taxableIncome, shares, adultShares }: ComparedIncome,
  { before, amount }: Change,
  year: TaxYear,
): ModestReductionStep | null {
  const values = year.modestReduction;
  if (values === null || before === 0) return null;
  const raised = 2 * (shares - adultShares) * values.stepPerHalfShare;
  return {
    id: 'modestReduction',
    before,
    after: before - amount,
    taxableIncome,
    rate: values.rate,
    fullBelow: values.fullBelowPerAdult * adultShares + raised,
    nilFrom: values.nilFromPerAdult * adultShares + raised,
    amount,
    sources: year.sources.modestReduction,
  };
}

/** Null for incomes that do not reach it. */
export function cehrStep(
  situation: Situation,
  taxableIncome: number,
  { before, amount }: Change,
  year: TaxYear,
): CehrStep | null {
  if (amount === 0) return null;
  const scale = situation === 'couple' ? year.cehr.couple : year.cehr.single;
  const { brackets, rounding } = bracketAmounts(scale, taxableIncome, 1, amount);
  const { cehr: sources } = year.sources;
  return { id: 'cehr', before, after: before + amount, taxableIncome, brackets, rounding, amount, sources };
}

/** From the amount before the collection threshold to the amount collected. */
export function collectionStep(before: number, amountDue: number, year: TaxYear): CollectionStep {
  return {
    id: 'collection',
    before,
    after: amountDue,
    threshold: year.collectionThreshold,
    sources: year.sources.collectionThreshold,
  };
}
