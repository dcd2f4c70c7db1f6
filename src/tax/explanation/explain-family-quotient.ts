import type { OfficialResult } from '../official/official-result.ts';
import {
  exclusiveChildQuarters,
  isWidowedWithDependants,
  QUARTERS_PER_SHARE,
  sharedChildQuarters,
  singleParentQuarters,
} from '../official/official-shares.ts';
import type { Household } from '../return/household.ts';
import type { LegalSource, TaxYear } from '../years/tax-year.ts';
import { bracketAmounts } from './bracket-amounts.ts';
import type {
  AdultScaleStep,
  CapStep,
  QuotientStep,
  ScaleStep,
  SharesStep,
  WidowedReductionStep,
} from './explanation-steps.ts';

/** The law of this household's shares only. */
function shareSources(household: Household, { sources }: TaxYear): readonly LegalSource[] {
  if (isWidowedWithDependants(household)) return sources.widowedShares;
  return household.singleParent ? sources.singleParentShares : sources.shares;
}

/** The adults' shares, and those that children, box T and widowhood add to them. */
export function sharesStep(
  household: Household,
  { adultShares, shares }: OfficialResult,
  year: TaxYear,
): SharesStep {
  return {
    id: 'shares',
    before: adultShares,
    after: shares,
    children: household.children,
    sharedCustodyChildren: household.sharedCustodyChildren,
    childShares: exclusiveChildQuarters(household) / QUARTERS_PER_SHARE,
    sharedCustodyShares: sharedChildQuarters(household) / QUARTERS_PER_SHARE,
    singleParentShares: singleParentQuarters(household) / QUARTERS_PER_SHARE,
    widowedShares: isWidowedWithDependants(household) ? 1 : 0,
    otherShares: 0,
    sources: shareSources(household, year),
  };
}

/** The taxable income of one share. */
export function quotientStep({ taxableIncome, shares }: OfficialResult, year: TaxYear): QuotientStep {
  return {
    id: 'quotient',
    before: taxableIncome,
    after: taxableIncome / shares,
    shares,
    sources: year.sources.shares,
  };
}

/** The tax by the scale, with all shares. */
export function scaleStep(
  { taxableIncome, shares, taxWithAllShares }: OfficialResult,
  year: TaxYear,
): ScaleStep {
  const { brackets, rounding } = bracketAmounts(year.brackets, taxableIncome, shares, taxWithAllShares);
  return {
    id: 'scale',
    before: taxableIncome,
    after: taxWithAllShares,
    shares,
    brackets,
    rounding,
    sources: year.sources.brackets,
  };
}

/** The same without dependants; null where the adults have all the shares. */
export function adultScaleStep(
  { taxableIncome, shares, adultShares, taxWithAdultShares }: OfficialResult,
  year: TaxYear,
): AdultScaleStep | null {
  if (shares === adultShares) return null;
  const { brackets, rounding } = bracketAmounts(
    year.brackets,
    taxableIncome,
    adultShares,
    taxWithAdultShares,
  );
  return {
    id: 'adultScale',
    before: taxableIncome,
    after: taxWithAdultShares,
    shares: adultShares,
    brackets,
    rounding,
    sources: year.sources.brackets,
  };
}

/** The effect of the cap on the family quotient; null where the adults have all the shares. */
export function capStep(household: Household, result: OfficialResult, year: TaxYear): CapStep | null {
  const { shares, adultShares, taxWithAllShares } = result;
  if (shares === adultShares) return null;
  const capped = result.taxAfterCap + result.widowedReduction;
  return {
    id: 'familyQuotientCap',
    before: taxWithAllShares,
    after: capped,
    taxWithAdultShares: result.taxWithAdultShares,
    extraShares: shares - adultShares,
    perHalfShare: year.familyQuotientCap.perHalfShare,
    singleParent: household.singleParent ? year.familyQuotientCap.singleParent : null,
    cap: result.familyQuotientCap,
    added: capped - taxWithAllShares,
    sources: year.sources.familyQuotientCap,
  };
}

/** What a widowed person gets back of the amount added by the cap; null where that is 0. */
export function widowedReductionStep(
  { taxAfterCap, widowedReduction }: OfficialResult,
  year: TaxYear,
): WidowedReductionStep | null {
  if (widowedReduction === 0) return null;
  return {
    id: 'widowedReduction',
    before: taxAfterCap + widowedReduction,
    after: taxAfterCap,
    max: year.familyQuotientCap.widowedReduction,
    amount: widowedReduction,
    sources: year.sources.familyQuotientCap,
  };
}
