import type { OtherBoxes } from './field-boxes.ts';
import type { Residence } from './residence.ts';

/** One adult's incomes of the year, in whole euros, before any allowance. */
export interface Declarant {
  /** Wages (boxes 1AJ and 1BJ of the return). */
  readonly salary: number;
  /** Retirement pensions (boxes 1AS and 1BS). */
  readonly pension: number;
}

/** How the household is taxed: alone, jointly (married or PACS), or after the death of a spouse. */
export type Situation = 'single' | 'couple' | 'widowed';

/**
 * A tax household (foyer fiscal, CGI art. 6) with everything that the calculation uses. `householdSchema` holds its rules
 * and bounds, which the calculation relies on.
 */
export interface Household {
  readonly situation: Situation;
  /** Box T of the return: a parent who raises the children alone. Only with `single` and a child. */
  readonly singleParent: boolean;
  /** Children in exclusive custody. */
  readonly children: number;
  /** Children in alternating custody of two homes. */
  readonly sharedCustodyChildren: number;
  /** One declarant, or the two of a couple. */
  readonly declarants: readonly [Declarant] | readonly [Declarant, Declarant];
  /** The other boxes of the return; absent for a household of wages, pensions and children only. */
  readonly boxes?: OtherBoxes;
  /** Absent for metropolitan France. */
  readonly residence?: Residence;
}

/** The household of the contract's short form: married or not, children, one salary (contract §0). */
export function shortHousehold(married: boolean, children: number, salary: number): Household {
  return {
    situation: married ? 'couple' : 'single',
    singleParent: false,
    children,
    sharedCustodyChildren: 0,
    declarants: [{ salary, pension: 0 }],
  };
}

/** Wages of all declarants, whole euros. */
export function wagesOf({ declarants }: Household): number {
  return declarants.reduce((sum, { salary }) => sum + salary, 0);
}

/** All income of the household, whole euros. */
export function incomeOf({ declarants, boxes }: Household): number {
  const earned = declarants.reduce((sum, { salary, pension }) => sum + salary + pension, 0);
  if (boxes === undefined) return earned;
  return INCOME_BOXES.reduce((sum, code) => sum + (boxes[code] ?? 0), earned);
}

/** Income other than wages and pensions. Turnover is not income as a whole. */
const INCOME_BOXES = [
  ...(['1AP', '1BP', '1GH', '1HH', '1AO', '1BO', '4BE', '4BA', '2DC', '2TR'] as const),
] satisfies readonly (keyof OtherBoxes)[];

/** The short form of any household, for methods that know no more: all children, and the sum of all income as one salary. */
export function inShort(household: Household): { married: boolean; children: number; salary: number } {
  const { situation, children, sharedCustodyChildren } = household;
  return {
    married: situation === 'couple',
    children: children + sharedCustodyChildren,
    salary: incomeOf(household),
  };
}
