import { divideHalfUp } from '../official/exact.ts';
import { QUARTERS_PER_SHARE } from '../official/official-shares.ts';
import { bracketOf, type PreparedBracket, type Scale, taxInBracket } from '../official/scale.ts';
import type { FamilyQuotientCap } from '../years/tax-year.ts';
import type { ReturnShares } from './return-shares.ts';

/** Whole euros. */
export interface DependantSharesValues {
  /** Cap of the half-share for having raised a child alone. */
  readonly raisedChildAloneCap: number;
  /** Further reduction for each half-share of disability or a veteran. */
  readonly disabledOrVeteran: number;
  /** Age from which a veteran has the half-share. */
  readonly veteranFromAge: number;
}

/** Tax by the scale with all shares, and after the cap (CGI 197, I.1 and I.2). Whole euros. */
export interface CappedTax {
  readonly withShares: number;
  readonly withAdultShares: number;
  readonly cap: number;
  readonly isCapped: boolean;
  /** What the further reductions took off once the cap applied. */
  readonly extraReduction: number;
  readonly tax: number;
  /** The bracket of the last euro. */
  readonly bracket: PreparedBracket;
}

export function cappedTax(
  income: number,
  shares: ReturnShares,
  scale: Scale,
  caps: FamilyQuotientCap,
  values: DependantSharesValues,
): CappedTax {
  const all = shares.adults + shares.extra;
  const bracket = bracketOf(scale, income, all);
  const withShares = taxInBracket(bracket, income, all);
  const adultBracket = bracketOf(scale, income, shares.adults);
  const withAdultShares = taxInBracket(adultBracket, income, shares.adults);
  const cap = capOf(shares, caps, values);
  const capped = withAdultShares - cap;
  const reduced = Math.max(0, capped) - furtherReduction(shares, caps, values);
  const tax = Math.max(withShares, reduced);
  const isCapped = capped > withShares;
  return {
    withShares,
    withAdultShares,
    cap,
    isCapped,
    extraReduction: isCapped ? capped - tax : 0,
    tax,
    bracket: tax > withShares ? adultBracket : bracket,
  };
}

function capOf(shares: ReturnShares, caps: FamilyQuotientCap, values: DependantSharesValues): number {
  const { extra, singleParent, isRaisedChildOnly } = shares;
  const quarters = caps.singleParent * singleParent + 2 * caps.perHalfShare * (extra - singleParent);
  const cap = divideHalfUp(quarters, QUARTERS_PER_SHARE);
  return isRaisedChildOnly ? cap - caps.perHalfShare + values.raisedChildAloneCap : cap;
}

function furtherReduction(
  { disabledOrVeteran, disabledShared, isWidowedWithDependants }: ReturnShares,
  caps: FamilyQuotientCap,
  values: DependantSharesValues,
): number {
  return (
    values.disabledOrVeteran * disabledOrVeteran +
    divideHalfUp(values.disabledOrVeteran * disabledShared, 2) +
    (isWidowedWithDependants ? caps.widowedReduction : 0)
  );
}
