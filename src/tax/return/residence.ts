/** Where the household lives on 31 December: overseas the tax of the scale is reduced (CGI 197, I.3). */
export const RESIDENCES = ['metropole', 'guadeloupe_martinique_reunion', 'guyane_mayotte'] as const;

export type Residence = (typeof RESIDENCES)[number];
