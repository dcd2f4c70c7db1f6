import type { Residence } from '../../../tax/return/residence.ts';

/** The value that the form posts for each place; a department of it. */
const POSTED_RESIDENCE: Readonly<Record<Residence, string>> = {
  metropole: '',
  guadeloupe_martinique_reunion: '971',
  guyane_mayotte: '973',
};

/** The department that stands for a place in the form. */
export function postedResidence(residence: Residence = 'metropole'): string {
  return POSTED_RESIDENCE[residence];
}
