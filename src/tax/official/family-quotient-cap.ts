import type { Household } from '../return/household.ts';
import type { FamilyQuotientCap } from '../years/tax-year.ts';
import { divideHalfUp } from './exact.ts';
import { isWidowedWithDependants, QUARTERS_PER_SHARE } from './official-shares.ts';

/**
 * The highest tax that the extra shares may save (CGI art. 197-I-2). A quarter-share counts for half of a half-share. Box
 * T has its own cap for the first whole share, that of the first child.
 */
export function familyQuotientCap(extraQuarters: number, boxT: boolean, values: FamilyQuotientCap): number {
  const singleParent = boxT ? Math.min(extraQuarters, QUARTERS_PER_SHARE) : 0;
  const general = extraQuarters - singleParent;
  const capsTimesQuarters = values.singleParent * singleParent + 2 * values.perHalfShare * general;
  return divideHalfUp(capsTimesQuarters, QUARTERS_PER_SHARE);
}

/**
 * What a widowed person with dependants gets back when the cap applies: at most the year's amount, and no more than the
 * cap added (CGI art. 197-I-2, last paragraph).
 */
export function widowedReduction(
  household: Household,
  takenByCap: number,
  values: FamilyQuotientCap,
): number {
  return isWidowedWithDependants(household) ? Math.min(takenByCap, values.widowedReduction) : 0;
}
