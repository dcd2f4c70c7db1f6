import { MAX_CHILDREN, MAX_INCOME } from '../../../tax/return/bounds.ts';

import { excerpt } from '../../http/limits.ts';
import { type Message, message } from '../../messages/message.ts';
import type { NumberReader } from './number-reader.ts';

/** The short form of a household (contract §0), validated. */
export interface CalculationInput {
  readonly married: boolean;
  readonly children: number;
  /** Whole euros a year. */
  readonly salary: number;
  readonly incomeYear: number;
}

export interface KnownYears {
  readonly known: readonly number[];
  readonly byDefault: number;
}

type Parsed<T> = { readonly value: T } | { readonly error: Message };

/**
 * Reads the fields posted to `calculer-impot`: exactly `marié`, `enfants`, `salaire`, and optionally `année` (contract
 * §2.4, §13, D16, D17). All issues are reported together, in the contract's order.
 *
 * @param read how numbers are written in this session
 */
export function parseCalculationFields(
  form: ReadonlyMap<string, string>,
  years: KnownYears,
  read: NumberReader,
): { input: CalculationInput } | { errors: readonly Message[] } {
  const ownFields = form.size - (form.has('année') ? 1 : 0);
  if (ownFields !== 3) return { errors: [message('calculationFields')] };

  const married = parseMarried(form.get('marié'));
  const children = parseWhole('enfants', form.get('enfants'), MAX_CHILDREN, read.count);
  const salary = parseWhole('salaire', form.get('salaire'), MAX_INCOME, read.amount);
  const incomeYear = parseYear(form.get('année')?.trim() || undefined, years);
  if ('value' in married && 'value' in children && 'value' in salary && 'value' in incomeYear) {
    return {
      input: {
        married: married.value,
        children: children.value,
        salary: salary.value,
        incomeYear: incomeYear.value,
      },
    };
  }
  return {
    errors: [married, children, salary, incomeYear].flatMap((each) => ('error' in each ? [each.error] : [])),
  };
}

/** In any case; blanks around it are not removed. */
function parseMarried(text: string | undefined): Parsed<boolean> {
  const value = text?.toLowerCase();
  if (value === undefined) return { error: message('missingParameter', { name: 'marié' }) };
  if (value === 'oui' || value === 'non') return { value: value === 'oui' };
  return { error: message('invalidMarried', { value: excerpt(value) }) };
}

/** A required amount. */
export function parseAmount(name: string, text: string, read: NumberReader, max: number): Parsed<number> {
  return parseWhole(name, text, max, read.amount);
}

function parseWhole(
  name: string,
  text: string | undefined,
  max: number,
  read: NumberReader['amount'],
): Parsed<number> {
  if (text === undefined) return { error: message('missingParameter', { name }) };
  const trimmed = text.trim();
  const value = read(trimmed);
  if (value === null) return { error: message('invalidNumber', { name, value: excerpt(trimmed) }) };
  return value <= max
    ? { value }
    : { error: message('numberTooLarge', { name, value: excerpt(trimmed), max }) };
}

/** `année` as a number or as text; the default when it is absent. */
export function parseYear(given: unknown, years: KnownYears): Parsed<number> {
  if (given === undefined) return { value: years.byDefault };
  const text = typeof given === 'string' || typeof given === 'number' ? String(given).trim() : null;
  const year = years.known.find((known) => String(known) === text);
  if (year !== undefined) return { value: year };
  return { error: message('invalidYear', { value: excerpt(given), years: years.known.join(', ') }) };
}
