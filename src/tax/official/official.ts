import type { Household } from '../return/household.ts';
import { cehrOn } from './cehr.ts';
import { amountCollected } from './collection.ts';
import { decoteOn } from './decote.ts';
import { familyQuotientTax } from './family-quotient.ts';
import { modestReduction } from './modest-reduction.ts';
import { netIncome } from './net-income.ts';
import type { OfficialResult } from './official-result.ts';
import type { PreparedYear } from './prepared-year.ts';

/**
 * Income tax by the law, to the euro (CGI art. 193 to 197, 223 sexies and 1657): each step rounds to the nearest euro,
 * half up, and every intermediate amount is in the result. The household satisfies `householdSchema`.
 */
export function calculateOfficial(household: Household, year: PreparedYear): OfficialResult {
  const couple = household.situation === 'couple';
  const income = netIncome(household, year);
  const quotient = familyQuotientTax(household, income.taxableIncome, year);

  const decote = decoteOn(quotient.taxAfterCap, couple, year.decote);
  const afterDecote = quotient.taxAfterCap - decote;
  const reduction = modestReduction(afterDecote, income.taxableIncome, quotient, year.modestReduction);
  const incomeTax = afterDecote - reduction;
  const cehr = cehrOn(income.taxableIncome, couple ? year.cehrCouple : year.cehrSingle);
  const total = incomeTax + cehr;

  const amountDue = amountCollected(total, year.collectionThreshold);

  // Written out: spreading the parts would halve the speed.
  return {
    amountDue,
    surcharge: quotient.surcharge,
    decote,
    reduction,
    rate: quotient.rate,
    allowances: income.allowances,
    wageAllowance: income.wageAllowance,
    pensionAllowance: income.pensionAllowance,
    taxableIncome: income.taxableIncome,
    shares: quotient.shares,
    adultShares: quotient.adultShares,
    taxWithAllShares: quotient.taxWithAllShares,
    taxWithAdultShares: quotient.taxWithAdultShares,
    familyQuotientCap: quotient.familyQuotientCap,
    capped: quotient.capped,
    widowedReduction: quotient.widowedReduction,
    taxAfterCap: quotient.taxAfterCap,
    incomeTax,
    cehr,
    total,
    referenceIncome: income.taxableIncome,
    reductions: 0,
    credits: 0,
    withheld: 0,
    balance: amountDue,
    everyday: null,
  };
}
