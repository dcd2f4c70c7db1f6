import { decoteOn } from '../official/decote.ts';
import { divideHalfUp } from '../official/exact.ts';
import { QUARTERS_PER_SHARE } from '../official/official-shares.ts';
import { bracketOf, taxInBracket } from '../official/scale.ts';
import type { Assessment } from '../rules/calculate-household.ts';
import { overseasReduction } from '../rules/overseas.ts';
import { type ReturnShares, sharesOf } from '../rules/return-shares.ts';
import { RATE_UNITS } from '../years/rate-units.ts';
import { half } from './rate.ts';
import type { Scope } from './scope.ts';

/** The tax of one of a couple on their own income, with its intermediate amounts (CGI 204 M). Whole euros. */
export interface OwnTax {
  /** Their own net income and half of the household's common income. */
  readonly income: number;
  /** Half of the household's shares. */
  readonly shares: number;
  readonly taxWithShares: number;
  /** The tax of one share less the cap for half of the dependants; it may be negative. */
  readonly taxCapped: number;
  readonly furtherReduction: number;
  readonly overseas: number;
  readonly decote: number;
  /** Whether it is below the collection threshold. */
  readonly isNotCollected: boolean;
  readonly tax: number;
}

export function ownTaxOf(assessment: Assessment, scope: Scope, ownNet: number): OwnTax {
  const { filled, year } = assessment;
  const income = ownTaxableIncome(assessment, scope, ownNet);
  const shares = sharesOf(filled, year.dependantShares.veteranFromAge);
  const quarters = (shares.adults + shares.extra) / 2;
  const taxWithShares = taxInBracket(bracketOf(year.base.scale, income, quarters), income, quarters);
  const taxCapped = cappedOwnTax(assessment, income, quarters);
  const scaleTax = Math.max(taxWithShares, taxCapped);
  const furtherReduction = ownFurtherReduction(assessment, shares, scaleTax, taxCapped - taxWithShares);
  const reduced = scaleTax - furtherReduction;
  const overseas = overseasReduction(reduced, filled.residence, year.overseas);
  const decote = decoteOn(reduced - overseas, false, year.base.decote);
  const relieved = reduced - overseas - decote;
  const isNotCollected = relieved > 0 && relieved < year.base.collectionThreshold;
  return {
    income,
    shares: quarters / QUARTERS_PER_SHARE,
    taxWithShares,
    taxCapped,
    furtherReduction,
    overseas,
    decote,
    isNotCollected,
    tax: isNotCollected ? 0 : relieved,
  };
}

/** Their own income and half of the household's common income. */
function ownTaxableIncome({ result }: Assessment, { capital, property }: Scope, ownNet: number): number {
  const { csg, alimony, retirementSavings } = result.deductions;
  const deducted = half(csg) + half(alimony + retirementSavings) + half(result.ageAllowance);
  return Math.max(0, ownNet + half(capital) + half(property) - deducted);
}

/** The tax of one share, less the cap for each half-share of half of the dependants. */
function cappedOwnTax({ year }: Assessment, income: number, quarters: number): number {
  const { scale, familyQuotientCap } = year.base;
  const bracket = bracketOf(scale, income, QUARTERS_PER_SHARE);
  if (bracket === scale.lowest) return 0;
  const scaleUnits = income * bracket.rateUnits - bracket.offsetUnits;
  const capUnits = (RATE_UNITS * familyQuotientCap.perHalfShare * (quarters - QUARTERS_PER_SHARE)) / 2;
  return divideHalfUp(scaleUnits - capUnits, RATE_UNITS);
}

/** Half of the household's reduction for disability and veterans, limited to what the cap adds and to the tax. */
function ownFurtherReduction(
  { year }: Assessment,
  { disabledOrVeteran, disabledShared }: ReturnShares,
  tax: number,
  addedByCap: number,
): number {
  const quarters = 2 * disabledOrVeteran + disabledShared;
  const most = divideHalfUp(year.dependantShares.disabledOrVeteran * quarters, 4);
  return Math.min(tax, Math.max(0, Math.min(addedByCap, most)));
}
