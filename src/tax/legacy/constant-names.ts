import type { LegacyConstants, TaxYear } from '../years/tax-year.ts';
import { legacyConstants } from './legacy-constants.ts';

/** The contract's names of the constants, and ours (contract §7.1). */
export const CONSTANT_NAMES = {
  plafond_qf_demi_part: 'halfShareCap',
  plafond_revenus_celibataire_pour_reduction: 'reductionIncomeCeilingSingle',
  plafond_revenus_couple_pour_reduction: 'reductionIncomeCeilingCouple',
  valeur_reduc_demi_part: 'reductionStepPerHalfShare',
  plafond_decote_celibataire: 'decoteMaxSingle',
  plafond_decote_couple: 'decoteMaxCouple',
  plafond_impot_couple_pour_decote: 'decoteTaxCeilingCouple',
  plafond_impot_celibataire_pour_decote: 'decoteTaxCeilingSingle',
  abattement_dixpourcent_max: 'allowanceMax',
  abattement_dixpourcent_min: 'allowanceMin',
} as const satisfies Record<string, keyof LegacyConstants>;

/** The object of `get-admindata` without its `id` (contract §1.4). */
export type AdminData = Readonly<Record<'limites' | 'coeffr' | 'coeffn', readonly number[]>> &
  Readonly<Record<keyof typeof CONSTANT_NAMES, number>>;

/**
 * The values of a year as `get-admindata` answers them: upper limits, rates and offsets of the brackets, and the
 * constants. The last limit is 0, because its bracket has none (decision D6). Every year has every key.
 */
export function adminData(year: TaxYear): AdminData {
  const constants = legacyConstants(year);
  const { brackets } = constants;
  const named = Object.entries(CONSTANT_NAMES).map(([french, name]) => [french, constants[name]]);
  return {
    limites: [...brackets.slice(1).map(({ from }) => from), 0],
    coeffr: brackets.map(({ rate }) => rate),
    coeffn: brackets.map(({ offset }) => offset),
    ...(Object.fromEntries(named) as Record<keyof typeof CONSTANT_NAMES, number>),
  };
}
