import type { Declarant } from '../return/household.ts';
import type { LegalSource } from '../years/tax-year.ts';

/**
 * One step of a calculation. `before` enters it and `after` leaves it, both in whole euros unless a step says otherwise;
 * the other figures explain the difference. `sources` is the law of the step.
 */
interface Step<Id extends string> {
  readonly id: Id;
  readonly before: number;
  readonly after: number;
  readonly sources: readonly LegalSource[];
}

/** What an allowance is based on: the flat rate, its minimum, its maximum, all of a small income, or the actual costs. */
export type AllowanceBasis = 'rate' | 'min' | 'max' | 'income' | 'costs';

/** What one declarant deducts from one kind of income. */
export interface ExplainedAllowance {
  /** 1 or 2, in the household's order. */
  readonly declarant: number;
  readonly income: number;
  /** `rate` of the income, rounded. */
  readonly flat: number;
  readonly basis: AllowanceBasis;
  readonly amount: number;
}

/** What the household earned: `after` is the sum of the declarants' salaries and pensions. */
export interface IncomesStep extends Step<'incomes'> {
  readonly declarants: readonly Declarant[];
}

/** `after = before − amount`; only with a salary. */
export interface WageAllowanceStep extends Step<'wageAllowance'> {
  readonly rate: number;
  readonly min: number;
  readonly max: number;
  readonly allowances: readonly ExplainedAllowance[];
  readonly amount: number;
}

/** `after = before − amount`; only with a pension. `max` is the household's, and `sum` what it is compared with. */
export interface PensionAllowanceStep extends Step<'pensionAllowance'> {
  readonly rate: number;
  readonly min: number;
  readonly max: number;
  readonly allowances: readonly ExplainedAllowance[];
  readonly sum: number;
  readonly amount: number;
}

/** The income after the allowances; `before` is the income. */
export interface TaxableIncomeStep extends Step<'taxableIncome'> {
  readonly wageAllowance: number;
  readonly pensionAllowance: number;
}

/** Counts shares, not euros: `before` are the adults' own, `after` the adults' and all other shares. */
export interface SharesStep extends Step<'shares'> {
  readonly children: number;
  readonly sharedCustodyChildren: number;
  readonly childShares: number;
  readonly sharedCustodyShares: number;
  /** Box T. */
  readonly singleParentShares: number;
  readonly widowedShares: number;
  /** Disability, veterans, and having raised a child alone (boxes P, F, G, L, S and W). */
  readonly otherShares: number;
}

/** Taxable income per share. The law does not round it: `after` may have a fraction. */
export interface QuotientStep extends Step<'quotient'> {
  readonly shares: number;
}

/** The part of an income that lies in one bracket of a scale. */
export interface BracketAmount {
  /** The bracket's limits for one share, in whole euros; null above the last one. */
  readonly from: number;
  readonly to: number | null;
  readonly rate: number;
  /** Of all shares together, in euros; exact, a multiple of 0.25. */
  readonly amount: number;
  /** `amount × rate` in euros, to the nearest cent. */
  readonly tax: number;
}

interface ScaleFigures {
  readonly shares: number;
  /** The brackets that the income reaches, from the lowest. */
  readonly brackets: readonly BracketAmount[];
  /** What rounding to the whole euro adds to the sum of the brackets' taxes, in euros to the cent. */
  readonly rounding: number;
}

/** Tax by the scale with all shares: `after` is the sum of the brackets' taxes and the rounding. */
export interface ScaleStep extends Step<'scale'>, ScaleFigures {}

/** The same with the adults' shares alone; only when there are others. */
export interface AdultScaleStep extends Step<'adultScale'>, ScaleFigures {}

/** The cap: the tax is at least `taxWithAdultShares − cap`, so `after = before + added`. Only with shares above the adults'. */
export interface CapStep extends Step<'familyQuotientCap'> {
  readonly taxWithAdultShares: number;
  /** Shares above the adults' own. */
  readonly extraShares: number;
  readonly perHalfShare: number;
  /** Box T: the cap of the first whole extra share; null without it. */
  readonly singleParent: number | null;
  readonly cap: number;
  readonly added: number;
}

/** `after = before − amount`, where amount is at most `max` and what the cap added. Only where the cap applies. */
export interface WidowedReductionStep extends Step<'widowedReduction'> {
  readonly max: number;
  readonly amount: number;
}

/** `max − rate × before`, rounded, at least 0 and at most `before`. Only where there is tax. */
export interface DecoteStep extends Step<'decote'> {
  readonly max: number;
  readonly rate: number;
  readonly amount: number;
}

/** `after = before − amount`. Only in years that have it and where there is tax. */
export interface ModestReductionStep extends Step<'modestReduction'> {
  readonly taxableIncome: number;
  readonly rate: number;
  /** Full below the first taxable income, nil from the second: the limits of this household. */
  readonly fullBelow: number;
  readonly nilFrom: number;
  readonly amount: number;
}

/** `after = before + amount`: the contribution on high incomes. Only where there is one. */
export interface CehrStep extends Step<'cehr'> {
  readonly taxableIncome: number;
  readonly brackets: readonly BracketAmount[];
  readonly rounding: number;
  readonly amount: number;
}

/** `after` is the amount due: `before`, or 0 when that is below the threshold. */
export interface CollectionStep extends Step<'collection'> {
  readonly threshold: number;
}

/** One amount of the whole return: `after = before + amount`. Only where it is not 0. */
export interface AmountStep extends Step<AmountStepId> {
  readonly amount: number;
}

/** The rules of the whole return that change an income or a tax, in the law's order. */
export type AmountStepId =
  | 'property'
  | 'capitalIncome'
  | 'microBusiness'
  | 'deficit'
  | 'csg'
  | 'alimonyPaid'
  | 'retirementSavings'
  | 'ageAllowance'
  | 'attachedChildren'
  | 'furtherReduction'
  | 'overseas'
  | 'aidGifts'
  | 'nursingHome'
  | 'schooling'
  | 'gifts'
  | 'flatTax'
  | 'cdhr'
  | 'homeHelp'
  | 'childCare'
  | 'nicheCap'
  | 'unionDues'
  | 'advanceLevy'
  | 'withheld';

export type ExplanationStep =
  | AmountStep
  | IncomesStep
  | WageAllowanceStep
  | PensionAllowanceStep
  | TaxableIncomeStep
  | SharesStep
  | QuotientStep
  | ScaleStep
  | AdultScaleStep
  | CapStep
  | WidowedReductionStep
  | DecoteStep
  | ModestReductionStep
  | CehrStep
  | CollectionStep;

export type StepId = ExplanationStep['id'];
