import { MAX_CHILDREN, MAX_INCOME } from '../tax/bounds.ts';
import type { Declarant, Household } from '../tax/household.ts';
import { brokenRules } from '../tax/household-rules.ts';
import type { ValueFault } from './faults.ts';
import { FIELD_OF, FIELDS, type Field } from './fields.ts';
import { amount, status, wholeNumber, yesOrNo } from './values.ts';

/** The years that can be calculated, and which one is meant when none is said. */
export interface IncomeYears {
  /** Ascending. */
  readonly known: readonly number[];
  readonly byDefault: number;
}

/** A household made of texts, or everything that is wrong with them. */
export type HouseholdReading =
  | { readonly household: Household; readonly incomeYear: number }
  | { readonly faults: readonly ValueFault[] };

/** Where a field is found, and what its sender calls it. */
export interface Column {
  readonly field: Field;
  readonly position: number;
  readonly name: string;
}

const ABSENT = -1;

/**
 * Makes a reader of households from texts, for lines that all have the same columns. Absent fields and empty texts are
 * the default: single, no child, no income.
 *
 * @returns a function of the cells of one line
 */
export function householdReader(
  columns: readonly Column[],
  years: IncomeYears,
): (cells: readonly string[]) => HouseholdReading {
  const by = columnsByField(columns);
  const known = years.known;
  const readsMarried = by.married.position !== ABSENT;

  function year(text: string): number | null {
    const value = text === '' ? 0 : wholeNumber(text, Number.MAX_SAFE_INTEGER);
    if (value === 0 && text.trim() === '') return years.byDefault;
    return value !== null && known.includes(value) ? value : null;
  }

  return (cells) => {
    const faults: ValueFault[] = [];
    const textOf = ({ position }: Column) => (position === ABSENT ? '' : (cells[position] ?? ''));
    const refuse = (code: ValueFault['code'], column: Column) => {
      const { field, name } = column;
      faults.push({ code, field, column: name, value: textOf(column), knownYears: known });
    };
    const take = <T>(
      column: Column,
      read: (text: string) => T | null,
      code: ValueFault['code'],
    ): T | null => {
      const value = read(textOf(column));
      if (value === null) refuse(code, column);
      return value;
    };
    const income = (column: Column) => take(column, euros, 'amount') ?? 0;
    const count = (column: Column) => take(column, childCount, 'children') ?? 0;

    const incomeYear = take(by.incomeYear, year, 'incomeYear') ?? years.byDefault;
    const situation = readsMarried ? take(by.married, married, 'yesOrNo') : take(by.status, status, 'status');
    const household: Household = {
      situation: situation ?? 'single',
      singleParent: take(by.singleParent, yesOrNo, 'yesOrNo') ?? false,
      children: count(by.children),
      sharedCustodyChildren: count(by.sharedCustodyChildren),
      declarants: declarantsOf(
        { salary: income(by.salary1), pension: income(by.pension1) },
        { salary: income(by.salary2), pension: income(by.pension2) },
      ),
    };
    if (faults.length === 0) {
      for (const { name, field } of brokenRules(household)) refuse(name, by[FIELD_OF[field]]);
    }
    return faults.length > 0 ? { faults } : { household, incomeYear };
  };
}

function columnsByField(columns: readonly Column[]): Readonly<Record<Field, Column>> {
  const found = FIELDS.map((field) => {
    const column = columns.find((each) => each.field === field);
    return [field, column ?? { field, position: ABSENT, name: field }];
  });
  return Object.fromEntries(found);
}

const euros = (text: string) => amount(text, MAX_INCOME);
const childCount = (text: string) => wholeNumber(text, MAX_CHILDREN);

function married(text: string): Household['situation'] | null {
  const answer = yesOrNo(text);
  if (answer === null) return null;
  return answer ? 'couple' : 'single';
}

/** A second one without income changes no tax: the columns are there for the other lines. */
function declarantsOf(first: Declarant, second: Declarant): Household['declarants'] {
  return second.salary + second.pension > 0 ? [first, second] : [first];
}
