import { partOf, withRateUnits } from './amounts.ts';
import type { Amounts } from './filled-return.ts';

export interface AlimonyValues {
  readonly adultChildCeiling: number;
  /** For judgments before 2006. */
  readonly oldJudgmentFactor: number;
}

export function prepareAlimony(values: AlimonyValues): AlimonyValues {
  return withRateUnits(values, 'oldJudgmentFactor');
}

/** Deductions from the gross global income, in the law's order and never below 0 (CGI 156 II, 163 quatervicies). */
export interface Deductions {
  readonly csg: number;
  readonly alimony: number;
  readonly retirementSavings: number;
}

const NONE: Deductions = { csg: 0, alimony: 0, retirementSavings: 0 };

/**
 * @param income gross global income
 * @param capitalCsg CSG of capital income that the option for the scale makes deductible
 */
export function deductionsFrom(
  income: number,
  boxes: Amounts,
  capitalCsg: number,
  values: AlimonyValues,
): Deductions {
  if (income === 0) return NONE;
  const csg = Math.min(boxes['6DE'] + capitalCsg, income);
  const alimony = Math.min(alimonyPaid(boxes, values), income - csg);
  return { csg, alimony, retirementSavings: retirementSavings(boxes, income - csg - alimony) };
}

function alimonyPaid(boxes: Amounts, { adultChildCeiling, oldJudgmentFactor }: AlimonyValues): number {
  const upToCeiling = (amount: number) => Math.min(amount, adultChildCeiling);
  return (
    upToCeiling(boxes['6EL']) +
    upToCeiling(boxes['6EM']) +
    upToCeiling(partOf(boxes['6GI'], oldJudgmentFactor)) +
    upToCeiling(partOf(boxes['6GJ'], oldJudgmentFactor)) +
    boxes['6GU']
  );
}

/** Each declarant's savings up to their own ceiling, the first declarant's first. */
function retirementSavings(boxes: Amounts, left: number): number {
  if (boxes['6NS'] + boxes['6NT'] === 0) return 0;
  const first = Math.min(boxes['6NS'], boxes['6PS'], left);
  return first + Math.min(boxes['6NT'], boxes['6PT'], left - first);
}
