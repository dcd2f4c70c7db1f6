import { cehrOn } from '../official/cehr.ts';
import { decoteOn } from '../official/decote.ts';
import { modestReduction } from '../official/modest-reduction.ts';
import { QUARTERS_PER_SHARE } from '../official/official-shares.ts';
import { ageAllowance, attachedChildrenAllowance } from './allowances.ts';
import { capitalIncome, flatTax } from './capital-income.ts';
import { cappedTax } from './capped-tax.ts';
import { cdhrOn } from './cdhr.ts';
import { creditsOf } from './credits.ts';
import { deductionsFrom } from './deductions.ts';
import type { EverydayReturn } from './filled-return.ts';
import { netMicroBusiness } from './micro-business.ts';
import { overseasReduction } from './overseas.ts';
import { pensionDeduction, pensionsOf } from './pensions.ts';
import { netProperty } from './property.ts';
import { reductionsOf } from './reductions.ts';
import type { ReturnResult } from './return-result.ts';
import { sharesOf } from './return-shares.ts';
import type { PreparedReturnYear } from './return-year.ts';
import { settle } from './settlement.ts';
import { NO_WAGES, wagesOf } from './wages.ts';

/** The contribution on high incomes is due, but its law is not established for this household: there is no total. */
export interface NotEstablished {
  readonly notEstablished: 'cdhr';
}

/** The amounts of the return: the outline of the law, a rule a line. Each rule rounds to the nearest euro, half up (CGI 1657). */
export function calculateReturn(
  filled: EverydayReturn,
  year: PreparedReturnYear,
): ReturnResult | NotEstablished {
  const { boxes, residence } = filled;
  const { base } = year;
  const isCouple = filled.situation === 'couple';

  const first = wagesOf(boxes, 0, base.wageAllowance);
  const second = isCouple ? wagesOf(boxes, 1, base.wageAllowance) : NO_WAGES;
  const pension1 = pensionsOf(boxes, 0);
  const pension2 = isCouple ? pensionsOf(boxes, 1) : 0;
  const offPensions = pensionDeduction(pension1, pension2, base.pensionAllowance);
  const netWagesAndPensions =
    first.gross - first.deduction + (second.gross - second.deduction) + pension1 + pension2 - offPensions;
  const property = netProperty(boxes, year.property);
  const capital = capitalIncome(boxes, year.capitalIncome);
  const micro1 = netMicroBusiness(boxes, 0, year.microBusiness);
  const micro2 = isCouple ? netMicroBusiness(boxes, 1, year.microBusiness) : 0;
  const grossGlobalIncome = Math.max(0, netWagesAndPensions + property + capital.inScale + micro1 + micro2);

  const deductions = deductionsFrom(grossGlobalIncome, boxes, capital.deductibleCsg, year.alimony);
  const { csg, alimony, retirementSavings } = deductions;
  const netGlobalIncome = grossGlobalIncome - csg - alimony - retirementSavings;
  const offAge = ageAllowance(filled, netGlobalIncome, year.ageAllowance);
  const offAttached = attachedChildrenAllowance(filled, netGlobalIncome - offAge, year.attachedChildren);
  const taxableIncome = netGlobalIncome - offAge - offAttached;
  const referenceIncome =
    taxableIncome +
    capital.flatBase +
    capital.dividendAllowance +
    retirementSavings +
    first.overtimeInReference +
    second.overtimeInReference;

  const shares = sharesOf(filled, year.dependantShares.veteranFromAge);
  const quotient = cappedTax(taxableIncome, shares, base.scale, base.familyQuotientCap, year.dependantShares);
  const overseas = overseasReduction(quotient.tax, residence, year.overseas);
  const afterOverseas = quotient.tax - overseas;
  const decote = decoteOn(afterOverseas, isCouple, base.decote);
  const afterDecote = afterOverseas - decote;
  const perShare = {
    shares: (shares.adults + shares.extra) / QUARTERS_PER_SHARE,
    adultShares: shares.adults / QUARTERS_PER_SHARE,
  };
  const modest = modestReduction(afterDecote, referenceIncome, perShare, base.modestReduction);
  const taxBeforeReductions = afterDecote - modest;
  const reductions = reductionsOf(taxBeforeReductions, boxes, netGlobalIncome, year);
  const taxAfterReductions =
    taxBeforeReductions -
    reductions.aidGifts -
    reductions.nursingHome -
    reductions.schooling -
    reductions.gifts;

  const flat = flatTax(capital, year.capitalIncome);
  const cehr = cehrOn(referenceIncome, isCouple ? base.cehrCouple : base.cehrSingle);
  const borne = taxAfterReductions + flat + cehr;
  const cdhr = cdhrOn(referenceIncome - capital.dividendAllowance, borne, filled, year.cdhr);
  if (cdhr === null) return { notEstablished: 'cdhr' };
  const total = borne + cdhr;
  const earners = [
    { income: first.gross + pension1, hasActualCosts: first.hasActualCosts },
    { income: second.gross + pension2, hasActualCosts: second.hasActualCosts },
  ];
  const credits = creditsOf(filled, earners, year);
  const settlement = settle(total, credits.total, boxes, base.collectionThreshold, year.settlement);

  return {
    wages: isCouple ? [first, second] : [first],
    pensions: pension1 + pension2,
    pensionDeduction: offPensions,
    netWagesAndPensions,
    netProperty: property,
    capital,
    microBusiness: isCouple ? [micro1, micro2] : [micro1],
    grossGlobalIncome,
    deductions,
    netGlobalIncome,
    ageAllowance: offAge,
    attachedChildrenAllowance: offAttached,
    taxableIncome,
    referenceIncome,
    shares: perShare.shares,
    adultShares: perShare.adultShares,
    quarters: shares,
    quotient,
    overseasReduction: overseas,
    decote,
    modestReduction: modest,
    taxBeforeReductions,
    reductions,
    taxAfterReductions,
    flatTax: flat,
    cehr,
    cdhr,
    total,
    credits,
    settlement,
  };
}
