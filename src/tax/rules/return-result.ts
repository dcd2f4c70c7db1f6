import type { CapitalIncome } from './capital-income.ts';
import type { CappedTax } from './capped-tax.ts';
import type { Credits } from './credits.ts';
import type { Deductions } from './deductions.ts';
import type { Reductions } from './reductions.ts';
import type { ReturnShares } from './return-shares.ts';
import type { Settlement } from './settlement.ts';
import type { Wages } from './wages.ts';

/** The tax of a return with every intermediate amount, in whole euros. */
export interface ReturnResult {
  /** One for each declarant. */
  readonly wages: readonly Wages[];
  readonly pensions: number;
  readonly pensionDeduction: number;
  readonly netWagesAndPensions: number;
  readonly netProperty: number;
  readonly capital: CapitalIncome;
  /** Net of the micro regime's allowances, one for each declarant. */
  readonly microBusiness: readonly number[];
  readonly grossGlobalIncome: number;
  readonly deductions: Deductions;
  readonly netGlobalIncome: number;
  readonly ageAllowance: number;
  readonly attachedChildrenAllowance: number;
  readonly taxableIncome: number;
  /** Revenu fiscal de référence (CGI 1417, IV). */
  readonly referenceIncome: number;
  /** 1, 1.25, 1.5 … */
  readonly shares: number;
  /** 1 or 2. */
  readonly adultShares: number;
  /** The origin of the shares. */
  readonly quarters: ReturnShares;
  readonly quotient: CappedTax;
  readonly overseasReduction: number;
  readonly decote: number;
  readonly modestReduction: number;
  readonly taxBeforeReductions: number;
  readonly reductions: Reductions;
  readonly taxAfterReductions: number;
  readonly flatTax: number;
  readonly cehr: number;
  readonly cdhr: number;
  readonly total: number;
  readonly credits: Credits;
  readonly settlement: Settlement;
}
