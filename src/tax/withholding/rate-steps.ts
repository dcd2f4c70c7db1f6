/** Articles of the CGI on withholding. */
export type Article = '204 A' | '204 H, I' | '204 H, III' | '204 M';

/** The ids of all steps. */
export const STEP_IDS = [
  'taxInScope',
  'incomeInScope',
  'householdRate',
  'sameOwnIncome',
  'ownIncome',
  'ownScale',
  'ownFurtherReduction',
  'ownOverseas',
  'ownDecote',
  'ownCollection',
  'ownTaxInScope',
  'lowerRate',
  'remainingTax',
  'higherRate',
  'neutralRate',
] as const;

/** Typed key of the words of a step. */
export type WithholdingStepId = (typeof STEP_IDS)[number];

/** Typed key of the words of a figure. Whole euros; `shares` counts shares. */
export type WithholdingAmount =
  | 'tax'
  | 'income'
  | 'netIncome'
  | 'capital'
  | 'pay'
  | 'property'
  | 'microBusiness'
  | 'csg'
  | 'charges'
  | 'ageAllowance'
  | 'shares'
  | 'taxWithShares'
  | 'taxCapped'
  | 'reduction'
  | 'threshold'
  | 'taxOfOther'
  | 'taxOnProperty'
  | 'bracketFrom'
  | 'bracketTo';

/** One step on the way to a rate: plain data without words. */
export interface WithholdingStep {
  readonly id: WithholdingStepId;
  /** Of the code général des impôts. */
  readonly article: Article;
  /** Whom it concerns; absent: the household. */
  readonly declarant?: 1 | 2;
  /** The figures that enter it; those that a household does not have are 0. */
  readonly amounts: Readonly<Partial<Record<WithholdingAmount, number>>>;
  /** What leaves it: whole euros, or of a rate's step a fraction. */
  readonly result: number;
}
