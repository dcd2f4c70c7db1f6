import type { Household } from '../return/household.ts';
import { familyQuotientCap, widowedReduction } from './family-quotient-cap.ts';
import type { FamilyQuotientTax } from './official-result.ts';
import { adultQuarters, extraQuarters, QUARTERS_PER_SHARE } from './official-shares.ts';
import type { PreparedYear } from './prepared-year.ts';
import { bracketOf, taxInBracket } from './scale.ts';

/** Tax by the scale with all shares, limited by the cap on what the extra shares save. */
export function familyQuotientTax(
  household: Household,
  income: number,
  year: PreparedYear,
): FamilyQuotientTax {
  const adults = adultQuarters(household);
  const extra = extraQuarters(household);
  const all = adults + extra;

  const bracket = bracketOf(year.scale, income, all);
  const taxWithAllShares = taxInBracket(bracket, income, all);
  const adultBracket = bracketOf(year.scale, income, adults);
  const taxWithAdultShares = taxInBracket(adultBracket, income, adults);

  const cap = familyQuotientCap(extra, household.singleParent, year.familyQuotientCap);
  const takenByCap = Math.max(0, taxWithAdultShares - cap - taxWithAllShares);
  const givenBack = widowedReduction(household, takenByCap, year.familyQuotientCap);
  const surcharge = takenByCap - givenBack;

  return {
    shares: all / QUARTERS_PER_SHARE,
    adultShares: adults / QUARTERS_PER_SHARE,
    taxWithAllShares,
    taxWithAdultShares,
    familyQuotientCap: cap,
    capped: takenByCap > 0,
    widowedReduction: givenBack,
    taxAfterCap: taxWithAllShares + surcharge,
    surcharge,
    rate: surcharge > 0 ? adultBracket.rate : bracket.rate,
  };
}
