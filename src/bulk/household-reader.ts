import { MAX_CHILDREN, MAX_INCOME } from '../tax/return/bounds.ts';
import type { Household } from '../tax/return/household.ts';
import { declarantsOf } from '../tax/return/household-boxes.ts';
import { brokenRules } from '../tax/return/household-rules.ts';
import { boxColumns } from './box-columns.ts';
import type { ColumnIssue, ValueIssue } from './csv-issues.ts';
import { type Column, FIELD_OF, SHORT_FIELDS, type ShortField } from './fields.ts';
import { amount, parseCount, status, yesOrNo } from './values.ts';

/** The years that can be calculated, and the default. */
export interface IncomeYears {
  /** Ascending. */
  readonly known: readonly number[];
  readonly byDefault: number;
}

/** A household read from texts. */
export interface ReadHousehold {
  readonly household: Household;
  readonly incomeYear: number;
}

/** A household read from texts, or all issues of the texts. */
export type HouseholdReading = ReadHousehold | { readonly issues: readonly ColumnIssue[] };

const ABSENT = -1;

/**
 * Makes a reader of households for lines with the same columns. Absent fields and empty texts mean the default: single,
 * no child, no income.
 *
 * @returns a function of the cells of one line
 */
export function householdReader(
  columns: readonly Column[],
  years: IncomeYears,
): (cells: readonly string[]) => HouseholdReading {
  const by = columnsByField(columns);
  const boxes = boxColumns(columns);
  const known = years.known;
  const readsMarried = by.married.position !== ABSENT;

  function year(text: string): number | null {
    const value = text === '' ? 0 : parseCount(text, Number.MAX_SAFE_INTEGER);
    if (value === 0 && text.trim() === '') return years.byDefault;
    return value !== null && known.includes(value) ? value : null;
  }

  return (cells) => {
    const issues: ColumnIssue[] = [];
    const textOf = ({ position }: { readonly position: number }) =>
      position === ABSENT ? '' : (cells[position] ?? '');
    const refuse = (code: ValueIssue['code'], column: ShortColumn) => {
      const { field, name } = column;
      issues.push({ code, field, column: name, value: textOf(column), knownYears: known });
    };
    const take = <T>(
      column: ShortColumn,
      read: (text: string) => T | null,
      code: ValueIssue['code'],
    ): T | null => {
      const value = read(textOf(column));
      if (value === null) refuse(code, column);
      return value;
    };
    const income = (column: ShortColumn) => take(column, euros, 'amount') ?? 0;
    const count = (column: ShortColumn) => take(column, childCount, 'children') ?? 0;

    const incomeYear = take(by.incomeYear, year, 'incomeYear') ?? years.byDefault;
    const situation = readsMarried ? take(by.married, married, 'yesOrNo') : take(by.status, status, 'status');
    const short: Household = {
      situation: situation ?? 'single',
      singleParent: take(by.singleParent, yesOrNo, 'yesOrNo') ?? false,
      children: count(by.children),
      sharedCustodyChildren: count(by.sharedCustodyChildren),
      declarants: declarantsOf(
        { salary: income(by.salary1), pension: income(by.pension1) },
        { salary: income(by.salary2), pension: income(by.pension2) },
      ),
    };
    const household = boxes?.addTo(short, cells, incomeYear, issues) ?? short;
    if (issues.length === 0) checkRules(household);
    return issues.length > 0 ? { issues } : { household, incomeYear };

    function checkRules(complete: Household): void {
      for (const { name, field } of brokenRules(complete)) refuse(name, by[FIELD_OF[field]]);
      issues.push(...(boxes?.broken(complete, cells, incomeYear) ?? []));
    }
  };
}

/** The position of a field that most households have. */
interface ShortColumn extends Column {
  readonly field: ShortField;
}

function columnsByField(columns: readonly Column[]): Readonly<Record<ShortField, ShortColumn>> {
  const found = SHORT_FIELDS.map((field) => {
    const column = columns.find((each) => each.field === field);
    return [field, column ?? { field, position: ABSENT, name: field }];
  });
  return Object.fromEntries(found) as Readonly<Record<ShortField, ShortColumn>>;
}

const euros = (text: string) => amount(text, MAX_INCOME);
const childCount = (text: string) => parseCount(text, MAX_CHILDREN);

function married(text: string): Household['situation'] | null {
  const answer = yesOrNo(text);
  if (answer === null) return null;
  return answer ? 'couple' : 'single';
}
