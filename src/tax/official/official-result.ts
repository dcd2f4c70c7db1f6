import type { ReturnResult } from '../rules/return-result.ts';
import type { TaxResult } from '../tax-result.ts';

/** The deductions of one declarant. The pensions' ceiling is the household's and is not applied here. */
export interface DeclarantAllowances {
  readonly salary: number;
  readonly pension: number;
}

/** Incomes less allowances. */
export interface NetIncome {
  /** One per declarant, in the household's order. */
  readonly allowances: readonly DeclarantAllowances[];
  /** All wage allowances together. */
  readonly wageAllowance: number;
  /** All pension allowances together, within the household's ceiling. */
  readonly pensionAllowance: number;
  readonly taxableIncome: number;
}

/** Tax by the scale, before and after the cap on the family quotient. */
export interface FamilyQuotientTax {
  /** With dependants: 1, 1.25, 1.5 … */
  readonly shares: number;
  /** Without them: 1 or 2. */
  readonly adultShares: number;
  readonly taxWithAllShares: number;
  readonly taxWithAdultShares: number;
  /** The highest tax that the extra shares may save. */
  readonly familyQuotientCap: number;
  /** Whether the cap applies. */
  readonly capped: boolean;
  /** What a widowed person with dependants gets back of what the cap added. */
  readonly widowedReduction: number;
  /** `taxWithAllShares`, or when capped `taxWithAdultShares − familyQuotientCap − widowedReduction`. */
  readonly taxAfterCap: number;
  /** What the cap adds: `taxAfterCap − taxWithAllShares`. */
  readonly surcharge: number;
  /** The rate of the bracket of the income per share, or per adult's share where the cap applies. */
  readonly rate: number;
}

/** The result of the law with every intermediate amount, in whole euros. */
export interface OfficialResult extends TaxResult, NetIncome, FamilyQuotientTax {
  /** `taxAfterCap − decote − reduction` */
  readonly incomeTax: number;
  /** The contribution on high incomes. */
  readonly cehr: number;
  /**
   * `incomeTax + cehr`, with the flat tax and the CDHR of a whole return; `amountDue` is this less credits, or 0 below
   * the collection threshold.
   */
  readonly total: number;
  /** Revenu fiscal de référence (CGI 1417, IV). */
  readonly referenceIncome: number;
  /** Gifts, schooling, nursing home: the tax that they saved. */
  readonly reductions: number;
  /** Deducted from the total and refunded beyond it; `amountDue` is then negative. */
  readonly credits: number;
  /** Tax that was withheld at source during the year. */
  readonly withheld: number;
  /** The amount left to pay, negative for a refund: `amountDue − withheld`. */
  readonly balance: number;
  /** The amounts of the whole return; null for a household of wages, pensions and children. */
  readonly everyday: ReturnResult | null;
}
