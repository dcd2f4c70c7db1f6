import type { Household } from '../household.ts';
import type { OfficialResult } from '../official/result.ts';
import {
  exclusiveChildQuarters,
  isWidowedWithDependants,
  QUARTERS_PER_SHARE,
  sharedChildQuarters,
  singleParentQuarters,
} from '../official/shares.ts';
import type { LegalSource, TaxYear } from '../tax-year.ts';
import { bracketAmounts } from './bracket-amounts.ts';
import type { ExplanationStep, SharesStep } from './steps.ts';

/** Marks in the name of a source of the shares, and whom it concerns. A source without a mark concerns everyone. */
const CONCERNED: Readonly<Record<string, (household: Household) => boolean>> = {
  '(veuvage)': isWidowedWithDependants,
  '(parent isolé)': ({ singleParent }) => singleParent,
};

/** The law of this household's shares, without that of others. */
function shareSources(household: Household, { sources }: TaxYear): readonly LegalSource[] {
  return sources.shares.filter(({ text }) =>
    Object.entries(CONCERNED).every(([mark, concerns]) => !text.includes(mark) || concerns(household)),
  );
}

function sharesStep(
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
    sources: shareSources(household, year),
  };
}

/** From the taxable income to the tax by the scale, with all shares. */
export function addScaleSteps(
  steps: ExplanationStep[],
  household: Household,
  result: OfficialResult,
  year: TaxYear,
): void {
  const { taxableIncome, shares, taxWithAllShares } = result;
  steps.push(sharesStep(household, result, year));
  steps.push({
    id: 'quotient',
    before: taxableIncome,
    after: taxableIncome / shares,
    shares,
    sources: shareSources(household, year),
  });
  const { brackets, rounding } = bracketAmounts(year.brackets, taxableIncome, shares, taxWithAllShares);
  steps.push({
    id: 'scale',
    before: taxableIncome,
    after: taxWithAllShares,
    shares,
    brackets,
    rounding,
    sources: year.sources.brackets,
  });
}

/** What the cap on the family quotient makes of it; nothing where the adults have all the shares. */
export function addCapSteps(
  steps: ExplanationStep[],
  household: Household,
  result: OfficialResult,
  year: TaxYear,
): void {
  const { taxableIncome, adultShares, taxWithAdultShares, taxWithAllShares } = result;
  if (result.shares === adultShares) return;
  const { brackets, rounding } = bracketAmounts(
    year.brackets,
    taxableIncome,
    adultShares,
    taxWithAdultShares,
  );
  steps.push({
    id: 'adultScale',
    before: taxableIncome,
    after: taxWithAdultShares,
    shares: adultShares,
    brackets,
    rounding,
    sources: year.sources.brackets,
  });
  const capped = result.taxAfterCap + result.widowedReduction;
  steps.push({
    id: 'familyQuotientCap',
    before: taxWithAllShares,
    after: capped,
    taxWithAdultShares,
    extraShares: result.shares - adultShares,
    perHalfShare: year.familyQuotientCap.perHalfShare,
    singleParent: household.singleParent ? year.familyQuotientCap.singleParent : null,
    cap: result.familyQuotientCap,
    added: capped - taxWithAllShares,
    sources: year.sources.familyQuotientCap,
  });
  if (result.widowedReduction > 0) {
    steps.push({
      id: 'widowedReduction',
      before: capped,
      after: result.taxAfterCap,
      max: year.familyQuotientCap.widowedReduction,
      amount: result.widowedReduction,
      sources: year.sources.familyQuotientCap,
    });
  }
}
