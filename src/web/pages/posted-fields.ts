import type { Household } from '../../tax/return/household.ts';
import { formOf } from './calculation-form.ts';

/** The fields that the detailed form would post for a household, without empty ones. */
export function postedFields(household: Household, incomeYear: number): ReadonlyMap<string, string> {
  const { details, children, salary, incomeYear: year } = formOf(household, incomeYear);
  const fields: readonly (readonly [string, string])[] = [
    ['situation', details.situation],
    ['parent_isolé', details.singleParent],
    ['enfants', children],
    ['enfants_garde_alternée', details.sharedCustodyChildren],
    ['salaire_1', salary],
    ['pension_1', details.pension1],
    ['salaire_2', details.salary2],
    ['pension_2', details.pension2],
    ['année', year],
    ['résidence', details.residence],
    ...Object.entries(details.boxes),
  ];
  return new Map(fields.filter(([, value]) => value !== ''));
}
