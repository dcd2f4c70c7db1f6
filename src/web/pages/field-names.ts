import { BOXES, type Box } from '../../tax/return/boxes.ts';
import { isFieldBox } from '../../tax/return/field-boxes.ts';
import type { Situation } from '../../tax/return/household.ts';
import type { Residence } from '../../tax/return/residence.ts';

/** The names and values of the forms' fields, as pages and programs post them and answers repeat them (contract §13). */

/** The field of the place where the household lives, a department or a name. */
export const RESIDENCE_FIELD = 'résidence';

/** The boxes whose field has their code; the others have their own fields. */
export const BOX_FIELDS: readonly Box[] = BOXES.filter(
  ({ row, code }) => row.kind !== 'choice' && !isFieldBox(code),
);

/** The field for the period of the short form's salaries, a year or a month, and its values. */
export const PERIOD_FIELD = 'période';
export const periods = { year: 'an', month: 'mois' } as const;

/** The second salary of a couple. */
export const SECOND_SALARY_FIELD = 'salaire_2';

/** The field of the variation. */
export const VARIATION_FIELD = 'variation';

/** The fields of the two pays of a month. */
export const PAY_FIELDS = ['paie_1', 'paie_2'] as const;

/** The field of the place of the neutral rate. */
export const TERRITORY_FIELD = 'territoire';

export const situationNames: Readonly<Record<Situation, string>> = {
  single: 'célibataire',
  couple: 'marié',
  widowed: 'veuf',
};

const byName = new Map(Object.entries(situationNames).map(([situation, name]) => [name, situation]));

/** The situation of that name, which is lower case; undefined for any other text. */
export function situationNamed(name: string): Situation | undefined {
  return byName.get(name) as Situation | undefined;
}

const departments: Readonly<Record<Residence, string>> = {
  metropole: '',
  guadeloupe_martinique_reunion: '971',
  guyane_mayotte: '973',
};

/** The department that stands for a place in the form. */
export function postedResidence(residence: Residence = 'metropole'): string {
  return departments[residence];
}
