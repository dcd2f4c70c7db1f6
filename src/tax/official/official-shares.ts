import type { Household } from '../return/household.ts';

/** Shares are counted in quarters, the smallest unit of the law (a child in shared custody). */
export const QUARTERS_PER_SHARE = 4;

/** Half a share for each of the first two children, a whole one for each further one. */
function childQuarters(children: number): number {
  return 2 * children + 2 * Math.max(0, children - 2);
}

/** The adults' own shares, in quarters: the family quotient without dependants. */
export function adultQuarters({ situation }: Household): number {
  return situation === 'couple' ? 2 * QUARTERS_PER_SHARE : QUARTERS_PER_SHARE;
}

/** Box T: half a share, or a quarter when the only child is in shared custody (CGI art. 194-II). */
export function singleParentQuarters(household: Household): number {
  if (!household.singleParent) return 0;
  if (household.children > 0) return 2;
  return Math.min(household.sharedCustodyChildren, 2);
}

/** A widowed person with dependants keeps the share of the spouse (CGI art. 194-I). */
export function isWidowedWithDependants({ situation, children, sharedCustodyChildren }: Household): boolean {
  return situation === 'widowed' && children + sharedCustodyChildren > 0;
}

/** The shares of children in exclusive custody. */
export function exclusiveChildQuarters({ children }: Household): number {
  return childQuarters(children);
}

/** A child in shared custody gives half of the share of its rank; those in exclusive custody come first. */
export function sharedChildQuarters({ children, sharedCustodyChildren }: Household): number {
  return (childQuarters(children + sharedCustodyChildren) - childQuarters(children)) / 2;
}

/** The shares of dependants, in quarter-shares (CGI art. 194 to 196). */
export function extraQuarters(household: Household): number {
  const widowed = isWidowedWithDependants(household) ? QUARTERS_PER_SHARE : 0;
  return (
    exclusiveChildQuarters(household) +
    sharedChildQuarters(household) +
    singleParentQuarters(household) +
    widowed
  );
}
