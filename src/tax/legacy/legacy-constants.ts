import { offsets } from '../years/rate-units.ts';
import type { Bracket, LegacyBracket, LegacyConstants, TaxYear } from '../years/tax-year.ts';

/** A scale with the offsets that follow from its thresholds and rates. */
export function withOffsets(brackets: readonly Bracket[]): LegacyBracket[] {
  const derived = offsets(brackets);
  return brackets.map(({ from, rate }, index) => ({ from, rate, offset: derived[index] ?? 0 }));
}

/**
 * A year's values as constants of the earlier application: its own where it had some, else derived from the law. An
 * abolished reduction has ceilings and a step of 0; the décote ends where `rate` of the tax reaches its maximum.
 */
export function legacyConstants(year: TaxYear): LegacyConstants {
  return year.legacy ?? equivalents(year);
}

function equivalents(year: TaxYear): LegacyConstants {
  const { wageAllowance, familyQuotientCap, decote, modestReduction } = year;
  const reductionCeiling = modestReduction?.nilFromPerAdult ?? 0;
  return {
    brackets: withOffsets(year.brackets),
    halfShareCap: familyQuotientCap.perHalfShare,
    allowanceMin: wageAllowance.min,
    allowanceMax: wageAllowance.max,
    decoteMaxSingle: decote.maxSingle,
    decoteMaxCouple: decote.maxCouple,
    decoteTaxCeilingSingle: Math.round(decote.maxSingle / decote.rate),
    decoteTaxCeilingCouple: Math.round(decote.maxCouple / decote.rate),
    reductionIncomeCeilingSingle: reductionCeiling,
    reductionIncomeCeilingCouple: 2 * reductionCeiling,
    reductionStepPerHalfShare: modestReduction?.stepPerHalfShare ?? 0,
  };
}
