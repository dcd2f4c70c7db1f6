import { pensionAllowance } from '../official/allowance.ts';
import type { Assessment } from '../rules/calculate-household.ts';
import { pensionsOf } from '../rules/pensions.ts';
import { proportion } from './rate.ts';

/** A declarant's own incomes, whole euros. */
export interface OwnIncome {
  /** Wages, unemployment and pensions before the 10 % or actual costs, as on payslips. */
  readonly pay: number;
  /** The same after them. */
  readonly netPay: number;
  /** After the allowances of the micro regime. */
  readonly microBusiness: number;
}

/** The income subject to withholding, and the tax on it (CGI 204 A, 204 H I). Whole euros. */
export interface Scope {
  /** One for each declarant. */
  readonly own: readonly OwnIncome[];
  /** Of the household, net. */
  readonly property: number;
  /** All incomes in the scope, net. */
  readonly netIncome: number;
  /** Capital income in the scale, which is not subject to withholding. */
  readonly capital: number;
  /** The tax of the return before reductions and credits. */
  readonly tax: number;
  /** The part of the tax on the income in scope. */
  readonly taxInScope: number;
  /** The income in scope as on payslips. */
  readonly incomeInScope: number;
}

export function scopeOf(assessment: Assessment): Scope {
  const { netWagesAndPensions, netProperty, capital, taxBeforeReductions } = assessment.result;
  const own = assessment.result.wages.map((_, index) => ownIncome(assessment, index === 0 ? 0 : 1));
  const micro = microBusinessOf({ own });
  const netIncome = netWagesAndPensions + netProperty + micro;
  const { inScale } = capital;
  return {
    own,
    property: netProperty,
    netIncome,
    capital: inScale,
    tax: taxBeforeReductions,
    taxInScope: proportion(taxBeforeReductions, netIncome, netIncome + inScale),
    incomeInScope: payOf({ own }) + netProperty + micro,
  };
}

/** Of all declarants. */
export function payOf({ own }: Pick<Scope, 'own'>): number {
  return own.reduce((sum, { pay }) => sum + pay, 0);
}

/** Of all declarants. */
export function microBusinessOf({ own }: Pick<Scope, 'own'>): number {
  return own.reduce((sum, { microBusiness }) => sum + microBusiness, 0);
}

/** The ceiling of the pensions' 10 % is the household's: it applies to one person where the other has no pension. */
function ownIncome({ filled, result, year }: Assessment, declarant: 0 | 1): OwnIncome {
  const { pensionAllowance: values } = year.base;
  const wages = result.wages[declarant];
  const gross = wages?.gross ?? 0;
  const pension = pensionsOf(filled.boxes, declarant);
  const offPension = Math.min(pensionAllowance(pension, values), values.max);
  return {
    pay: gross + pension,
    netPay: gross - (wages?.deduction ?? 0) + pension - offPension,
    microBusiness: result.microBusiness[declarant] ?? 0,
  };
}
