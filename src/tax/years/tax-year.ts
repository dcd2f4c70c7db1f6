/** One bracket of a progressive scale: `rate` (a fraction) applies to the income above `from` (whole euros). */
export interface Bracket {
  readonly from: number;
  readonly rate: number;
}

/** A flat allowance for costs: `rate` of the income, kept between `min` and `max` (whole euros). */
export interface Allowance {
  readonly rate: number;
  readonly min: number;
  readonly max: number;
}

/** The highest tax that dependants' shares may save, in whole euros (CGI art. 197-I-2). */
export interface FamilyQuotientCap {
  readonly perHalfShare: number;
  /** Box T: for the whole share that comes with the first child. */
  readonly singleParent: number;
  /** Widowed with dependants: how much more the tax may fall once the cap applies. */
  readonly widowedReduction: number;
}

/** Relief for low taxes: the maximum minus `rate` (a fraction) of the tax (CGI art. 197-I-4-a). */
export interface Decote {
  readonly maxSingle: number;
  readonly maxCouple: number;
  readonly rate: number;
}

/** The reduction for modest incomes (CGI art. 197-I-4-b). Thresholds in whole euros of taxable income. */
export interface ModestReduction {
  readonly rate: number;
  /** Given in full below this, per adult. */
  readonly fullBelowPerAdult: number;
  /** Nil from here on, per adult; in between it decreases in proportion. */
  readonly nilFromPerAdult: number;
  /** Raises both thresholds, for each half-share above the adults' own. */
  readonly stepPerHalfShare: number;
}

/** A bracket of the earlier application: tax = income × `rate` − shares × `offset` (contract §7.1, `coeffn`). */
export interface LegacyBracket extends Bracket {
  readonly offset: number;
}

/** The values of the earlier application's algorithm, in whole euros (contract §7.1). */
export interface LegacyConstants {
  /** `limites`, `coeffr` and `coeffn`. */
  readonly brackets: readonly LegacyBracket[];
  /** `plafond_qf_demi_part` */
  readonly halfShareCap: number;
  /** `abattement_dixpourcent_min` */
  readonly allowanceMin: number;
  /** `abattement_dixpourcent_max` */
  readonly allowanceMax: number;
  /** `plafond_decote_celibataire` */
  readonly decoteMaxSingle: number;
  /** `plafond_decote_couple` */
  readonly decoteMaxCouple: number;
  /** `plafond_impot_celibataire_pour_decote` */
  readonly decoteTaxCeilingSingle: number;
  /** `plafond_impot_couple_pour_decote` */
  readonly decoteTaxCeilingCouple: number;
  /** `plafond_revenus_celibataire_pour_reduction` */
  readonly reductionIncomeCeilingSingle: number;
  /** `plafond_revenus_couple_pour_reduction` */
  readonly reductionIncomeCeilingCouple: number;
  /** `valeur_reduc_demi_part` */
  readonly reductionStepPerHalfShare: number;
}

/** The source of a value: an article, a law or a decree, and its text on Légifrance. */
export interface LegalSource {
  readonly text: string;
  readonly url?: string | undefined;
}

/** The values that must name their legal source. */
export const SOURCED_VALUES = [
  'brackets',
  'wageAllowance',
  'pensionAllowance',
  'shares',
  'widowedShares',
  'singleParentShares',
  'familyQuotientCap',
  'decote',
  'modestReduction',
  'cehr',
  'collectionThreshold',
] as const;

export type SourcedValue = (typeof SOURCED_VALUES)[number];

/** The kinds of shares with their own law: of anybody, of a widowed person with dependants, of a single parent. */
export type SharesOf = 'shares' | 'widowedShares' | 'singleParentShares';

/**
 * The values of one year of income, declared and taxed the following year. Amounts are whole euros, rates fractions with
 * at most four decimals. `taxYearSchema` holds the rules.
 */
export interface TaxYear {
  readonly incomeYear: number;
  /** The scale, for one share (CGI art. 197-I-1). */
  readonly brackets: readonly Bracket[];
  /** Per person (CGI art. 83-3°). */
  readonly wageAllowance: Allowance;
  /** `min` per person, `max` for the household (CGI art. 158-5-a). */
  readonly pensionAllowance: Allowance;
  readonly familyQuotientCap: FamilyQuotientCap;
  readonly decote: Decote;
  /** Null since income year 2020. */
  readonly modestReduction: ModestReduction | null;
  /** A total below this is not collected (CGI art. 1657-1 bis). */
  readonly collectionThreshold: number;
  /** The contribution on high incomes, for the whole household (CGI art. 223 sexies). */
  readonly cehr: { readonly single: readonly Bracket[]; readonly couple: readonly Bracket[] };
  /** Null when the earlier application had no values for this year (decision D20). */
  readonly legacy: LegacyConstants | null;
  readonly sources: Readonly<Record<SourcedValue, readonly LegalSource[]>>;
}
