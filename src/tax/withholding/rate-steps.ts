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

/** The key of a step's words. */
export type WithholdingStepId = (typeof STEP_IDS)[number];

/** The key of a figure's words. Whole euros; `shares` counts shares. */
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

/** One step in the calculation of a rate: data without words. */
export interface WithholdingStep {
  readonly id: WithholdingStepId;
  /** Of the code général des impôts. */
  readonly article: Article;
  /** The declarant concerned; absent for the household. */
  readonly declarant?: 1 | 2;
  /** The figures that enter it; missing ones are 0. */
  readonly amounts: Readonly<Partial<Record<WithholdingAmount, number>>>;
  /** The result: whole euros, or a fraction where the step gives a rate. */
  readonly result: number;
}
