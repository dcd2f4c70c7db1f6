import type { OfficialResult } from '../official/official-result.ts';
import { QUARTERS_PER_SHARE } from '../official/official-shares.ts';
import type { Household } from '../return/household.ts';
import { boxesOf } from '../return/household-boxes.ts';
import { complete } from '../rules/filled-return.ts';
import { pensionsOf } from '../rules/pensions.ts';
import type { ReturnResult } from '../rules/return-result.ts';
import { dependantQuarters, sharedQuarters } from '../rules/return-shares.ts';
import type { ReturnGroup } from '../rules/return-year.ts';
import type { LegalSource, TaxYear } from '../years/tax-year.ts';
import type { TaxYearDocument } from '../years/tax-year-document.ts';
import { cehrStep, collectionStep, decoteStep, modestReductionStep } from './amount-due.ts';
import { adultScaleStep, capStep, quotientStep, scaleStep } from './explain-family-quotient.ts';
import type { AmountStep, AmountStepId, ExplanationStep, SharesStep } from './explanation-steps.ts';
import {
  type Earnings,
  incomesStep,
  pensionAllowanceStep,
  taxableIncomeStep,
  wageAllowanceStep,
} from './incomes.ts';

/** A result of the whole return. */
export interface WholeResult extends OfficialResult {
  readonly everyday: ReturnResult;
}

export function isExplainedWhole(result: OfficialResult): result is WholeResult {
  return result.everyday !== null;
}

/** Steps of one amount: what each adds, negative for what it takes off, and the group of values with its law, or the law. */
type AmountRow = readonly [
  id: AmountStepId,
  of: (result: ReturnResult) => number,
  law: ReturnGroup | readonly LegalSource[],
];

const article = (text: string): readonly LegalSource[] => [{ text: `CGI, art. ${text}` }];

function microBusinessOf({ microBusiness }: ReturnResult): number {
  return microBusiness.reduce((sum, net) => sum + net, 0);
}

/** From the net wages and pensions to the taxable income (CGI 156). */
const INCOME_ROWS: readonly AmountRow[] = [
  ['property', ({ netProperty }) => netProperty, 'property'],
  ['capitalIncome', ({ capital }) => capital.inScale, 'capitalIncome'],
  ['microBusiness', microBusinessOf, 'microBusiness'],
  [
    'deficit',
    (result) =>
      result.grossGlobalIncome -
      result.netWagesAndPensions -
      result.netProperty -
      result.capital.inScale -
      microBusinessOf(result),
    'property',
  ],
  ['csg', ({ deductions }) => -deductions.csg, 'capitalIncome'],
  ['alimonyPaid', ({ deductions }) => -deductions.alimony, 'alimony'],
  ['retirementSavings', ({ deductions }) => -deductions.retirementSavings, article('163 quatervicies')],
  ['ageAllowance', ({ ageAllowance }) => -ageAllowance, 'ageAllowance'],
  ['attachedChildren', (result) => -result.attachedChildrenAllowance, 'attachedChildren'],
];

/** Deductions from the tax of the scale before the décote (CGI 197, I.2 and I.3). */
const SCALE_ROWS: readonly AmountRow[] = [
  ['furtherReduction', ({ quotient }) => -quotient.extraReduction, 'dependantShares'],
  ['overseas', ({ overseasReduction }) => -overseasReduction, 'overseas'],
];

/** Reductions, never refunded, and the tax beside the scale. */
const REDUCTION_ROWS: readonly AmountRow[] = [
  ['aidGifts', ({ reductions }) => -reductions.aidGifts, 'gifts'],
  ['nursingHome', ({ reductions }) => -reductions.nursingHome, 'nursingHome'],
  ['schooling', ({ reductions }) => -reductions.schooling, 'schooling'],
  ['gifts', ({ reductions }) => -reductions.gifts, 'gifts'],
  ['flatTax', ({ flatTax }) => flatTax, 'capitalIncome'],
];

const CDHR_ROWS: readonly AmountRow[] = [['cdhr', ({ cdhr }) => cdhr, 'cdhr']];

/** Credits, refunded beyond the tax. */
const CREDIT_ROWS: readonly AmountRow[] = [
  ['homeHelp', ({ credits }) => -credits.homeHelp, 'homeHelp'],
  ['childCare', ({ credits }) => -credits.childCare, 'childCare'],
  ['nicheCap', ({ credits }) => credits.nicheCapExcess, 'nicheCap'],
  ['unionDues', ({ credits }) => -credits.unionDues, 'unionDues'],
  ['advanceLevy', ({ credits }) => -credits.advanceLevy, article('117 quater I, 125 A I')],
];

const WITHHELD_ROWS: readonly AmountRow[] = [
  ['withheld', ({ settlement }) => -settlement.withheld, article('204 A, 3')],
];

/** The steps of a whole return, in the law's order; null for those that do not concern the household. */
export function everydaySteps(
  household: Household,
  result: WholeResult,
  year: TaxYearDocument,
): readonly (ExplanationStep | null)[] {
  const { everyday } = result;
  const { situation } = household;
  const { taxableIncome, shares, adultShares } = result;
  const { referenceIncome, quotient, decote } = everyday;
  const earnings = earningsOf(household, result);
  const beforeDecote = quotient.tax - everyday.overseasReduction;
  const afterDecote = beforeDecote - decote;
  const beforeCehr = everyday.taxAfterReductions + everyday.flatTax;
  const amounts = (before: number, rows: readonly AmountRow[]) => amountSteps(before, rows, everyday, year);
  return [
    incomesStep(earnings),
    wageAllowanceStep(earnings, year),
    pensionAllowanceStep(earnings, year),
    ...amounts(everyday.netWagesAndPensions, INCOME_ROWS),
    taxableIncomeStep(taxableIncome, { taxableIncome, wageAllowance: 0, pensionAllowance: 0 }),
    wholeSharesStep(household, everyday, year),
    quotientStep(result, year),
    scaleStep(result, year),
    adultScaleStep(result, year),
    capStep(household, result, year),
    ...amounts(quotient.tax + quotient.extraReduction, SCALE_ROWS),
    decoteStep(situation, { before: beforeDecote, amount: decote }, year),
    modestReductionStep(
      { taxableIncome: referenceIncome, shares, adultShares },
      { before: afterDecote, amount: everyday.modestReduction },
      year,
    ),
    ...amounts(everyday.taxBeforeReductions, REDUCTION_ROWS),
    cehrStep(situation, referenceIncome, { before: beforeCehr, amount: everyday.cehr }, year),
    ...amounts(beforeCehr + everyday.cehr, CDHR_ROWS),
    ...amounts(everyday.total, CREDIT_ROWS),
    collectionStep(everyday.total - everyday.credits.total, result.amountDue, year),
    ...amounts(result.amountDue, WITHHELD_ROWS),
  ];
}

/** A step for each row whose amount is not 0. Each begins where the previous one ends. */
function amountSteps(
  start: number,
  rows: readonly AmountRow[],
  everyday: ReturnResult,
  year: TaxYearDocument,
): readonly AmountStep[] {
  let before = start;
  return rows.flatMap(([id, of, law]) => {
    const amount = of(everyday);
    if (amount === 0) return [];
    const step = { id, before, after: before + amount, amount, sources: sourcesOf(law, year) };
    before = step.after;
    return [step];
  });
}

function sourcesOf(law: AmountRow[2], year: TaxYearDocument): readonly LegalSource[] {
  return typeof law === 'string' ? (year.return?.sources[law] ?? []) : law;
}

/** Unemployment benefit is taxed like a wage, and alimony received like a pension. */
function earningsOf(household: Household, { everyday, ...result }: WholeResult): Earnings {
  const boxes = complete(boxesOf(household));
  const declarants = everyday.wages.map(({ gross }, index) => ({
    salary: gross,
    pension: pensionsOf(boxes, index === 0 ? 0 : 1),
  }));
  return {
    total: declarants.reduce((sum, { salary, pension }) => sum + salary + pension, 0),
    declarants,
    hasActualCosts: everyday.wages.map(({ hasActualCosts }) => hasActualCosts),
    allowances: result.allowances,
    wageAllowance: result.wageAllowance,
    pensionAllowance: result.pensionAllowance,
  };
}

/** The adults' shares, and the shares added to them. */
function wholeSharesStep(
  { children, sharedCustodyChildren, boxes = {} }: Household,
  { shares, adultShares, quarters }: ReturnResult,
  year: TaxYear,
): SharesStep {
  const whole = children + (boxes['0DJ'] ?? 0) + (boxes['0CR'] ?? 0);
  const parts = {
    childShares: dependantQuarters(whole) / QUARTERS_PER_SHARE,
    sharedCustodyShares: sharedQuarters(whole, sharedCustodyChildren) / QUARTERS_PER_SHARE,
    singleParentShares: quarters.singleParentShare / QUARTERS_PER_SHARE,
    widowedShares: quarters.isWidowedWithDependants ? 1 : 0,
  };
  const given = Object.values(parts).reduce((sum, part) => sum + part, adultShares);
  return {
    id: 'shares',
    before: adultShares,
    after: shares,
    children: whole,
    sharedCustodyChildren,
    ...parts,
    otherShares: shares - given,
    sources: year.sources.shares,
  };
}
