import type { Residence } from '../return/residence.ts';
import { partOf, withRateUnits } from './amounts.ts';

export interface OverseasValues {
  readonly antillesReunionRate: number;
  readonly antillesReunionCeiling: number;
  readonly guyaneMayotteRate: number;
  readonly guyaneMayotteCeiling: number;
}

export function prepareOverseas(values: OverseasValues): OverseasValues {
  return withRateUnits(values, 'antillesReunionRate', 'guyaneMayotteRate');
}

/** The reduction of the scale's tax overseas, before the décote (CGI 197, I.3). */
export function overseasReduction(tax: number, residence: Residence, values: OverseasValues): number {
  switch (residence) {
    case 'metropole':
      return 0;
    case 'guadeloupe_martinique_reunion':
      return Math.min(partOf(tax, values.antillesReunionRate), values.antillesReunionCeiling);
    case 'guyane_mayotte':
      return Math.min(partOf(tax, values.guyaneMayotteRate), values.guyaneMayotteCeiling);
  }
}
