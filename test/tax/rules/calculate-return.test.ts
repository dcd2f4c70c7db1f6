import { describe, expect, it } from 'vitest';
import { calculateOfficial } from '../../../src/tax/official/official.ts';
import { type BoxValues, brokenConditions } from '../../../src/tax/return/conditions.ts';
import type { Household } from '../../../src/tax/return/household.ts';
import { calculateReturn } from '../../../src/tax/rules/calculate-return.ts';
import { complete, type EverydayReturn } from '../../../src/tax/rules/filled-return.ts';
import type { ReturnResult } from '../../../src/tax/rules/return-result.ts';
import { firstOf, readTaxCases } from '../fixtures.ts';
import { preparedYear, type ReturnCase, readReturnCases } from './return-cases.ts';

/** The amounts of a result under the names of the cases. */
const AMOUNTS: Readonly<Record<string, (result: ReturnResult) => number>> = {
  gross_wages: ({ wages }) => wages.reduce((sum, { gross }) => sum + gross, 0),
  wage_deduction_1: ({ wages }) => wages[0]?.deduction ?? 0,
  wage_deduction_2: ({ wages }) => wages[1]?.deduction ?? 0,
  gross_pensions: ({ pensions }) => pensions,
  pension_deduction: ({ pensionDeduction }) => pensionDeduction,
  net_wages_pensions: ({ netWagesAndPensions }) => netWagesAndPensions,
  net_property: ({ netProperty }) => netProperty,
  net_capital_scale: ({ capital }) => capital.inScale,
  dividend_allowance: ({ capital }) => capital.dividendAllowance,
  flat_base: ({ capital }) => capital.flatBase,
  gross_global_income: ({ grossGlobalIncome }) => grossGlobalIncome,
  deductible_csg: ({ deductions }) => deductions.csg,
  alimony_deducted: ({ deductions }) => deductions.alimony,
  retirement_saving_deducted: ({ deductions }) => deductions.retirementSavings,
  net_global_income: ({ netGlobalIncome }) => netGlobalIncome,
  age_allowance: ({ ageAllowance }) => ageAllowance,
  attached_child_allowance: ({ attachedChildrenAllowance }) => attachedChildrenAllowance,
  taxable_income: ({ taxableIncome }) => taxableIncome,
  overtime_in_reference_income: ({ wages }) =>
    wages.reduce((sum, { overtimeInReference }) => sum + overtimeInReference, 0),
  reference_income: ({ referenceIncome }) => referenceIncome,
  parts: ({ shares }) => shares,
  tax_with_parts: ({ quotient }) => quotient.withShares,
  tax_without_dependants: ({ quotient }) => quotient.withAdultShares,
  quotient_cap: ({ quotient }) => quotient.cap,
  cap_applies: ({ quotient }) => Number(quotient.isCapped),
  extra_reduction_used: ({ quotient }) => quotient.extraReduction,
  tax_after_cap: ({ quotient }) => quotient.tax,
  overseas_reduction: ({ overseasReduction }) => overseasReduction,
  decote: ({ decote }) => decote,
  reduction_20: ({ modestReduction }) => modestReduction,
  tax_before_reductions: ({ taxBeforeReductions }) => taxBeforeReductions,
  reduction_aid_gifts: ({ reductions }) => reductions.aidGifts,
  reduction_nursing_home: ({ reductions }) => reductions.nursingHome,
  reduction_schooling: ({ reductions }) => reductions.schooling,
  reduction_gifts: ({ reductions }) => reductions.gifts,
  tax_after_reductions: ({ taxAfterReductions }) => taxAfterReductions,
  flat_tax: ({ flatTax }) => flatTax,
  cehr: ({ cehr }) => cehr,
  cdhr: ({ cdhr }) => cdhr,
  total_before_credits: ({ total }) => total,
  home_help_spending_kept: ({ credits }) => credits.homeHelpSpending,
  credit_home_help: ({ credits }) => credits.homeHelp,
  credit_child_care: ({ credits }) => credits.childCare,
  credit_union_dues: ({ credits }) => credits.unionDues,
  credit_capital_advance: ({ credits }) => credits.advanceLevy,
  niche_cap_excess: ({ credits }) => credits.nicheCapExcess,
  credits: ({ credits }) => credits.total,
  not_collected: ({ settlement }) => Number(settlement.isNotCollected),
  tax_due: ({ settlement }) => settlement.amountDue,
  withheld: ({ settlement }) => settlement.withheld,
  balance: ({ settlement }) => settlement.balance,
  to_pay: ({ settlement }) => settlement.toPay,
  to_refund: ({ settlement }) => settlement.toRefund,
};

/** Every amount that is not the expected one. */
function differences({ filled, expected }: ReturnCase): string[] {
  const year = preparedYear(filled.year);
  const result = year && calculateReturn(filled, year);
  if (!result || 'notEstablished' in result) return ['no result'];
  return Object.entries(AMOUNTS)
    .map(([name, read]) => [name, read(result), Number(expected[name] ?? 0)] as const)
    .filter(([, got, wanted]) => got !== wanted)
    .map(([name, got, wanted]) => `${name}: ${got}, not ${wanted}`);
}

describe('the law of the everyday return', () => {
  it('has every amount of every case to the euro', () => {
    const cases = readReturnCases();
    expect(cases).toHaveLength(13_943);
    const wrong = firstOf(cases, (each) => {
      const found = differences(each);
      return found.length === 0 ? [] : [`${each.id}: ${found.join('; ')}`];
    });
    expect(wrong).toEqual([]);
  });

  it('compares every amount that the cases name', () => {
    const named = new Set(readReturnCases().flatMap(({ expected }) => Object.keys(expected)));
    expect([...named].filter((name) => !(name in AMOUNTS)).sort()).toEqual(['cdhr_status']);
  });

  it('takes no case for a return that breaks a condition', () => {
    const broken = firstOf(readReturnCases(), ({ id, filled }) =>
      brokenConditions(filled).map(({ condition }) => `${id}: ${condition}`),
    );
    expect(broken).toEqual([]);
  });
});

/** A household of the short forms as the boxes of a return. */
function asReturn(household: Household, year: number): EverydayReturn {
  const [first, second] = household.declarants;
  const boxes: BoxValues = {
    '0BT': Number(household.singleParent),
    '0CF': household.children,
    '0CH': household.sharedCustodyChildren,
    '1AJ': first.salary,
    '1AS': first.pension,
    ...(second && { '1BJ': second.salary, '1BS': second.pension }),
  };
  return { year, situation: household.situation, residence: 'metropole', boxes: complete(boxes) };
}

describe('a household of wages, pensions and children', () => {
  it('comes to the same by its boxes as by the short calculation, in every case', () => {
    const households = readTaxCases();
    expect(households).toHaveLength(8773);
    const wrong = firstOf(households, ({ id, household, incomeYear }) => {
      const year = preparedYear(incomeYear);
      const result = year && calculateReturn(asReturn(household, incomeYear), year);
      if (!result || 'notEstablished' in result) return [`${id}: no result`];
      const short = calculateOfficial(household, year.base);
      const isSame =
        result.taxableIncome === short.taxableIncome &&
        result.shares === short.shares &&
        result.quotient.tax === short.taxAfterCap &&
        result.quotient.bracket.rate === short.rate &&
        result.decote === short.decote &&
        result.modestReduction === short.reduction &&
        result.cehr === short.cehr &&
        result.settlement.amountDue - result.cdhr === short.amountDue;
      return isSame ? [] : [id];
    });
    expect(wrong).toEqual([]);
  });
});

describe('every result', () => {
  /** The ids of the cases whose results are not as they should be. */
  const casesUnless = (isRight: (result: ReturnResult) => boolean) =>
    firstOf(readReturnCases(), ({ id, filled }) => {
      const year = preparedYear(filled.year);
      const result = year && calculateReturn(filled, year);
      return !result || 'notEstablished' in result || isRight(result) ? [] : [id];
    });

  it('loses no credit', () => {
    const lost = casesUnless(
      ({ total, credits, settlement }) =>
        settlement.isNotCollected || settlement.amountDue === total - credits.total,
    );
    expect(lost).toEqual([]);
  });

  it('adds up from the tax of the scale to the total', () => {
    const wrong = casesUnless(({ reductions, ...result }) => {
      const reduced = reductions.aidGifts + reductions.nursingHome + reductions.schooling + reductions.gifts;
      const before = result.quotient.tax - result.overseasReduction - result.decote - result.modestReduction;
      return before - reduced + result.flatTax + result.cehr + result.cdhr === result.total;
    });
    expect(wrong).toEqual([]);
  });
});

describe('a contribution on high incomes whose law is not established', () => {
  const interest = (boxes: BoxValues, residence: EverydayReturn['residence'] = 'metropole') => {
    const year = preparedYear(2025);
    const filled = { ...boxes, '2TR': 400_000 };
    return (
      year && calculateReturn({ year: 2025, situation: 'single', residence, boxes: complete(filled) }, year)
    );
  };

  it.each([
    ['a gift', { '7UF': 100 }],
    ['a child in shared custody', { '0CH': 1 }],
  ])('gives no total beside %s', (_, boxes) => {
    expect(interest(boxes)).toEqual({ notEstablished: 'cdhr' });
  });

  it('gives no total beside a residence overseas', () => {
    expect(interest({}, 'guyane_mayotte')).toEqual({ notEstablished: 'cdhr' });
  });

  it('is computed without them', () => {
    expect(interest({})).toMatchObject({ cdhr: expect.any(Number) });
  });
});
