import { partOf, withRateUnits } from './amounts.ts';
import { type Amounts, declarantsFrom, type EverydayReturn } from './filled-return.ts';

export interface HomeHelpValues {
  readonly rate: number;
  readonly ceiling: number;
  /** Raises the ceiling for each dependant, and half of it for a shared child. */
  readonly step: number;
  readonly ceilingMax: number;
  readonly firstYearCeiling: number;
  readonly firstYearCeilingMax: number;
  readonly disabilityCeiling: number;
  /** Declarants from this age raise the ceiling. */
  readonly raisedFromAge: number;
}

export interface ChildCareValues {
  readonly rate: number;
  readonly ceilingPerChild: number;
  readonly ceilingShared: number;
}

export interface UnionDuesValues {
  readonly rate: number;
  /** The highest share of wages and pensions that counts. */
  readonly incomeShare: number;
}

/** The highest total of home help and child care. */
export interface NicheCapValues {
  readonly amount: number;
}

/** Credits, refunded beyond the tax. Whole euros. */
export interface Credits {
  /** What was spent on home help, within its ceiling. */
  readonly homeHelpSpending: number;
  readonly homeHelp: number;
  readonly childCare: number;
  /** What home help and child care lose to the cap of tax advantages. */
  readonly nicheCapExcess: number;
  readonly unionDues: number;
  /** The levy that the bank has taken (box 2CK). */
  readonly advanceLevy: number;
  readonly total: number;
}

/** The income and costs of a declarant that union dues depend on. */
interface Earner {
  /** Wages and pensions, gross. */
  readonly income: number;
  readonly hasActualCosts: boolean;
}

interface Values {
  readonly homeHelp: HomeHelpValues;
  readonly childCare: ChildCareValues;
  readonly unionDues: UnionDuesValues;
  readonly nicheCap: NicheCapValues;
}

export function prepareHomeHelp(values: HomeHelpValues): HomeHelpValues {
  return withRateUnits(values, 'rate');
}

export function prepareChildCare(values: ChildCareValues): ChildCareValues {
  return withRateUnits(values, 'rate');
}

export function prepareUnionDues(values: UnionDuesValues): UnionDuesValues {
  return withRateUnits(values, 'rate', 'incomeShare');
}

/** @param earners the declarants, the first one first */
export function creditsOf(filled: EverydayReturn, earners: readonly Earner[], values: Values): Credits {
  const { boxes } = filled;
  const homeHelpSpending = Math.min(boxes['7DB'], homeHelpCeiling(filled, values.homeHelp));
  const homeHelp = partOf(homeHelpSpending, values.homeHelp.rate);
  const childCare = childCareCredit(boxes, values.childCare);
  const nicheCapExcess = Math.max(0, homeHelp + childCare - values.nicheCap.amount);
  const unionDues = unionDuesCredit(boxes, earners, values.unionDues);
  const advanceLevy = boxes['2CK'];
  const total = homeHelp + childCare - nicheCapExcess + unionDues + advanceLevy;
  return { homeHelpSpending, homeHelp, childCare, nicheCapExcess, unionDues, advanceLevy, total };
}

/** CGI 199 sexdecies, 3. Disabled dependants do not raise it. */
function homeHelpCeiling(filled: EverydayReturn, values: HomeHelpValues): number {
  const { boxes } = filled;
  if (boxes['7DB'] === 0) return 0;
  if (boxes['7DG'] > 0) return values.disabilityCeiling;
  const whole =
    boxes['0CF'] + boxes['0DJ'] + boxes['0DN'] + boxes['7DL'] + declarantsFrom(values.raisedFromAge, filled);
  const raise = values.step * whole + (values.step / 2) * boxes['0CH'];
  return boxes['7DQ'] > 0
    ? Math.min(values.firstYearCeiling + raise, values.firstYearCeilingMax)
    : Math.min(values.ceiling + raise, values.ceilingMax);
}

/** CGI 200 quater B: each child up to its ceiling, half of it in shared custody. */
function childCareCredit(boxes: Amounts, { rate, ceilingPerChild, ceilingShared }: ChildCareValues): number {
  let spent = 0;
  for (const code of ['7GA', '7GB', '7GC'] as const) spent += Math.min(boxes[code], ceilingPerChild);
  for (const code of ['7GE', '7GF', '7GG'] as const) spent += Math.min(boxes[code], ceilingShared);
  return partOf(spent, rate);
}

/** CGI 199 quater C: up to 1 % of each person's income, and nothing with actual costs. */
function unionDuesCredit(
  boxes: Amounts,
  earners: readonly Earner[],
  { rate, incomeShare }: UnionDuesValues,
): number {
  if (boxes['7AC'] + boxes['7AE'] === 0) return 0;
  let kept = 0;
  for (const [index, { income, hasActualCosts }] of earners.entries()) {
    const dues = boxes[index === 0 ? '7AC' : '7AE'];
    if (!hasActualCosts) kept += Math.min(dues, partOf(income, incomeShare));
  }
  return partOf(kept, rate);
}
