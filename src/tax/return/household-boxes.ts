import type { BoxCode } from './boxes.ts';
import type { BoxValues, FilledReturn } from './conditions.ts';
import { FIELD_BOXES, type FieldBox, type OtherBoxes } from './field-boxes.ts';
import type { Declarant, Household } from './household.ts';
import type { Residence } from './residence.ts';

/** Whether the household has more than wages, pensions and children, so that the whole return is calculated. */
export function isEveryday({ boxes, residence }: Household): boolean {
  return boxes !== undefined || residence !== undefined;
}

/** Every box of a household that is not empty. */
export function boxesOf({
  singleParent,
  children,
  sharedCustodyChildren,
  declarants,
  boxes,
}: Household): BoxValues {
  const [first, second] = declarants;
  const fields: Readonly<Record<FieldBox, number>> = {
    '0BT': Number(singleParent),
    '0CF': children,
    '0CH': sharedCustodyChildren,
    '1AJ': first.salary,
    '1AS': first.pension,
    '1BJ': second?.salary ?? 0,
    '1BS': second?.pension ?? 0,
  };
  return filledOnly({ ...fields, ...boxes });
}

/** The return on which joint conditions are checked. */
export function filledReturn(household: Household, year: number): FilledReturn {
  return { year, situation: household.situation, boxes: boxesOf(household) };
}

/** A household made from boxes alone; the inverse of {@link boxesOf}. */
export function householdOf(
  situation: Household['situation'],
  values: BoxValues,
  residence: Residence = 'metropole',
): Household {
  const others = filledOnly(values);
  for (const code of FIELD_BOXES) delete others[code];
  const hasOthers = Object.keys(others).length > 0;
  const first = { salary: values['1AJ'] ?? 0, pension: values['1AS'] ?? 0 };
  const second = { salary: values['1BJ'] ?? 0, pension: values['1BS'] ?? 0 };
  return {
    situation,
    singleParent: (values['0BT'] ?? 0) > 0,
    children: values['0CF'] ?? 0,
    sharedCustodyChildren: values['0CH'] ?? 0,
    declarants: declarantsOf(first, second),
    ...(hasOthers && { boxes: others as OtherBoxes }),
    ...(residence !== 'metropole' && { residence }),
  };
}

/** A second declarant without income changes no tax. */
export function declarantsOf(first: Declarant, second: Declarant): Household['declarants'] {
  return second.salary + second.pension > 0 ? [first, second] : [first];
}

function filledOnly(values: BoxValues): Partial<Record<BoxCode, number>> {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value > 0));
}
