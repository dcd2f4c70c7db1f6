import { MONTHS, monthlyAmount } from '../../../csv/written-numbers.ts';
import { MAX_INCOME } from '../../../tax/return/bounds.ts';
import { type Household, shortHousehold } from '../../../tax/return/household.ts';
import { excerpt } from '../../http/limits.ts';
import { type Message, message } from '../../messages/message.ts';
import { PERIOD_FIELD, periods, SECOND_SALARY_FIELD } from '../../pages/field-names.ts';
import { type KnownYears, parseAmount, parseCalculationFields } from './calculation-fields.ts';
import type { NumberReader } from './number-reader.ts';

type Form = ReadonlyMap<string, string>;

/**
 * Reads the short form as people send it (contract §13): the contract's fields, where an empty number of children is 0,
 * and the fields that only pages have. All issues are reported together. The second salary counts for a couple only:
 * otherwise the form does not show it.
 *
 * @param read how people write numbers
 */
export function parseShortForm(
  form: Form,
  years: KnownYears,
  read: NumberReader,
):
  | { readonly input: { readonly household: Household; readonly incomeYear: number } }
  | { readonly errors: readonly Message[] } {
  const period = form.get(PERIOD_FIELD) ?? periods.year;
  const reader = period === periods.month ? monthly(read) : read;
  const fields = parseCalculationFields(ofContract(form), years, reader);
  const second = secondSalary(form, reader);
  const errors = [
    ...('errors' in fields ? fields.errors : []),
    ...('error' in second ? [second.error] : []),
    ...periodIssues(period),
  ];
  if ('errors' in fields || 'error' in second || errors.length > 0) return { errors };
  const { married, children, salary, incomeYear } = fields.input;
  return { input: { household: withSecond(shortHousehold(married, children, salary), second), incomeYear } };
}

/** The contract's own fields, with 0 for an empty number of children. */
function ofContract(form: Form): Form {
  const fields = new Map(form);
  fields.delete(PERIOD_FIELD);
  fields.delete(SECOND_SALARY_FIELD);
  if (fields.get('enfants')?.trim() === '') fields.set('enfants', '0');
  return fields;
}

function secondSalary(form: Form, read: NumberReader) {
  const isCouple = form.get('marié')?.toLowerCase() === 'oui';
  const text = isCouple ? (form.get(SECOND_SALARY_FIELD)?.trim() ?? '') : '';
  return text === '' ? { value: 0 } : parseAmount(SECOND_SALARY_FIELD, text, read, MAX_INCOME);
}

function withSecond(household: Household, { value: salary }: { readonly value: number }): Household {
  const [first] = household.declarants;
  return salary === 0 ? household : { ...household, declarants: [first, { salary, pension: 0 }] };
}

function periodIssues(period: string): readonly Message[] {
  const isKnown = Object.values(periods).some((known) => known === period);
  return isKnown ? [] : [message('unknownParameter', { name: excerpt(`${PERIOD_FIELD}=${period}`) })];
}

/** Twelve times the amount, in whole euros. */
function monthly(read: NumberReader): NumberReader {
  return { ...read, amount: (text) => monthlyAmount(text) ?? times(read.amount(text)) };
}

function times(amount: number | null): number | null {
  return amount === null ? null : amount * MONTHS;
}
