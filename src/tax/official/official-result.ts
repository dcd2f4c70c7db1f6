import type { ReturnResult } from '../rules/return-result.ts';
import type { TaxResult } from '../tax-result.ts';

/** What one declarant may deduct. The pensions' ceiling is the household's and not applied here. */
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

/** Tax by the scale and what the cap on the family quotient makes of it. */
export interface FamilyQuotientTax {
  /** With dependants: 1, 1.25, 1.5 … */
  readonly shares: number;
  /** Without them: 1 or 2. */
  readonly adultShares: number;
  readonly taxWithAllShares: number;
  readonly taxWithAdultShares: number;
  /** The most that the extra shares may take off `taxWithAdultShares`. */
  readonly familyQuotientCap: number;
  /** The extra shares would have taken off more than the cap. */
  readonly capped: boolean;
  /** What a widowed person with dependants gets back of what the cap took away. */
  readonly widowedReduction: number;
  /** `taxWithAllShares`, or when capped `taxWithAdultShares − familyQuotientCap − widowedReduction`. */
  readonly taxAfterCap: number;
  /** What the cap adds: `taxAfterCap − taxWithAllShares`. */
  readonly surcharge: number;
  /** Of the bracket that holds the income per share, or per adult's share where the cap adds to the tax. */
  readonly rate: number;
}

/** The result of the law with every intermediate amount, in whole euros. */
export interface OfficialResult extends TaxResult, NetIncome, FamilyQuotientTax {
  /** `taxAfterCap − decote − reduction` */
  readonly incomeTax: number;
  /** The contribution on high incomes. */
  readonly cehr: number;
  /** `incomeTax + cehr`, with the flat tax and the CDHR of a whole return; `amountDue` is this less credits, or 0 when it is too little to be collected. */
  readonly total: number;
  /** Revenu fiscal de référence (CGI 1417, IV). */
  readonly referenceIncome: number;
  /** Gifts, schooling, nursing home: what they took off the tax. */
  readonly reductions: number;
  /** What comes off the total and is refunded beyond it; `amountDue` is then negative. */
  readonly credits: number;
  /** Tax that was withheld at source during the year. */
  readonly withheld: number;
  /** What remains to be paid, or is refunded when negative: `amountDue − withheld`. */
  readonly balance: number;
  /** The amounts of the whole return; null for a household of wages, pensions and children. */
  readonly everyday: ReturnResult | null;
}
