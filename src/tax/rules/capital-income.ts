import { partOf, withRateUnits } from './amounts.ts';
import type { Amounts } from './filled-return.ts';

export interface CapitalIncomeValues {
  readonly flatRate: number;
  readonly dividendAllowanceRate: number;
  readonly deductibleCsgRate: number;
}

/** Dividends and interest, whole euros: at the flat rate, or in the scale with option 2OP (CGI 200 A). */
export interface CapitalIncome {
  /** What the flat rate applies to. */
  readonly flatBase: number;
  /** What enters the scale, after 40 % off dividends. */
  readonly inScale: number;
  /** The 40 % deducted from dividends (CGI 158, 3.2°). */
  readonly dividendAllowance: number;
  /** CSG that the option makes deductible (CGI 154 quinquies II). */
  readonly deductibleCsg: number;
}

const NONE: CapitalIncome = { flatBase: 0, inScale: 0, dividendAllowance: 0, deductibleCsg: 0 };

export function prepareCapitalIncome(values: CapitalIncomeValues): CapitalIncomeValues {
  return withRateUnits(values, 'flatRate', 'dividendAllowanceRate', 'deductibleCsgRate');
}

export function capitalIncome(boxes: Amounts, values: CapitalIncomeValues): CapitalIncome {
  const all = boxes['2DC'] + boxes['2TR'];
  if (all === 0) return NONE;
  if (boxes['2OP'] === 0) return { ...NONE, flatBase: all };
  const dividendAllowance = partOf(boxes['2DC'], values.dividendAllowanceRate);
  return {
    flatBase: 0,
    inScale: all - dividendAllowance,
    dividendAllowance,
    deductibleCsg: partOf(boxes['2BH'], values.deductibleCsgRate),
  };
}

export function flatTax({ flatBase }: CapitalIncome, values: CapitalIncomeValues): number {
  return flatBase === 0 ? 0 : partOf(flatBase, values.flatRate);
}
