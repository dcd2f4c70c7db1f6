import { CONSTANT_NAMES } from '../../tax/legacy/constant-names.ts';

/** The columns of `tbconstantes` for the values of the earlier application (contract §7.1, §7.3). */
export const legacyColumns = CONSTANT_NAMES;

/** The columns of `tbconstantes` for the values of the official method, as paths in the tax year. */
export const officialColumns = {
  wage_allowance_rate: ['wageAllowance', 'rate'],
  wage_allowance_min: ['wageAllowance', 'min'],
  wage_allowance_max: ['wageAllowance', 'max'],
  pension_allowance_rate: ['pensionAllowance', 'rate'],
  pension_allowance_min: ['pensionAllowance', 'min'],
  pension_allowance_max: ['pensionAllowance', 'max'],
  quotient_cap_per_half_share: ['familyQuotientCap', 'perHalfShare'],
  quotient_cap_single_parent: ['familyQuotientCap', 'singleParent'],
  quotient_cap_widowed_reduction: ['familyQuotientCap', 'widowedReduction'],
  decote_max_single: ['decote', 'maxSingle'],
  decote_max_couple: ['decote', 'maxCouple'],
  decote_rate: ['decote', 'rate'],
  reduction_rate: ['modestReduction', 'rate'],
  reduction_full_below_per_adult: ['modestReduction', 'fullBelowPerAdult'],
  reduction_nil_from_per_adult: ['modestReduction', 'nilFromPerAdult'],
  reduction_step_per_half_share: ['modestReduction', 'stepPerHalfShare'],
  collection_threshold: ['collectionThreshold'],
} as const satisfies Readonly<Record<string, readonly [string] | readonly [string, string]>>;

export type LegacyColumn = keyof typeof legacyColumns;
export type OfficialColumn = keyof typeof officialColumns;

/** The columns of the earlier application's `tbtranches`. */
export const bracketColumns = ['limite', 'coeffr', 'coeffn'] as const;

/** The scale of the earlier application's own brackets, under the name used in databases. */
export const LEGACY_SCALE = 'course';

/** The rows of `tbtranches` by the scale of a tax year. */
export const SCALES = ['income_tax', 'cehr_single', 'cehr_couple', LEGACY_SCALE] as const;

export type Scale = (typeof SCALES)[number];
