import type { Situation } from '../../tax/return/household.ts';

/** The situations as forms post them and answers say them. */
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
