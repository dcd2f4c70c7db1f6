import { writtenCents } from '../../../csv/written-numbers.ts';
import { MAX_INCOME } from '../../../tax/return/bounds.ts';
import { residenceNamed } from '../../../tax/return/residence.ts';
import { FIRST_RATE_YEAR } from '../../../tax/withholding/first-rate-year.ts';
import type { WithholdingQuestion } from '../../../tax/withholding/question.ts';
import type { WithholdingIssue } from '../../../tax/withholding/withholding-refused.ts';
import { excerpt } from '../../http/limits.ts';
import { type Message, message } from '../../messages/message.ts';
import { PAY_FIELDS, situationNamed, TERRITORY_FIELD } from '../../pages/field-names.ts';
import { type KnownYears, parseYear } from './calculation-fields.ts';
import { type DetailedInput, parseDetailedFields } from './detailed-fields.ts';
import { peopleNumbers } from './number-reader.ts';

/** A household and the question about its pay, validated. */
export interface WithholdingInput extends DetailedInput {
  readonly question: WithholdingQuestion;
}

type Form = ReadonlyMap<string, string>;

/**
 * Reads the fields of the page of withholding: those of the detailed form, `paie_1`, `paie_2` and `territoire`. An empty
 * pay is a twelfth of the return's income, an empty place the household's. All issues are reported together.
 *
 * @param territories those of the grids
 */
export function parseWithholdingFields(
  form: Form,
  years: KnownYears,
  territories: readonly string[],
): { readonly input: WithholdingInput } | { readonly errors: readonly Message[] } {
  const isOwn = (name: string) => name === TERRITORY_FIELD || PAY_FIELDS.some((field) => field === name);
  const others = new Map([...form].filter(([name]) => !isOwn(name)));
  const household = parseDetailedFields(others, years, peopleNumbers);
  const pays = PAY_FIELDS.map((name, index) => readPay(form, name, index === 0 ? 1 : 2));
  const territory = readTerritory(form, territories);
  const errors = [
    ...('errors' in household ? household.errors : []),
    ...yearIssues(form, years),
    ...strangerIssues(form),
    ...pays.flatMap((pay) => ('error' in pay ? [pay.error] : [])),
    ...('error' in territory ? [territory.error] : []),
  ];
  if (errors.length > 0 || 'errors' in household || 'error' in territory) return { errors };
  const monthlyPay = pays.map((pay) => ('value' in pay ? pay.value : undefined));
  return { input: { ...household.input, question: { monthlyPay, territory: territory.value } } };
}

type Reading<T> = { readonly value: T } | { readonly error: Message };

function readPay(form: Form, name: string, declarant: 1 | 2): Reading<number | undefined> {
  const text = textOf(form, name);
  if (text === '') return { value: undefined };
  const value = writtenCents(text);
  if (value === null) return { error: message('invalidNumber', { name, value: excerpt(text) }) };
  if (value > MAX_INCOME)
    return { error: message('numberTooLarge', { name, value: excerpt(text), max: MAX_INCOME }) };
  return value > 0 ? { value } : { error: refusal(name, { code: 'payNotPositive', declarant, pay: value }) };
}

function readTerritory(form: Form, known: readonly string[]): Reading<string | undefined> {
  const text = textOf(form, TERRITORY_FIELD);
  if (text === '') return { value: undefined };
  const territory = residenceNamed(text) ?? text;
  return known.includes(territory)
    ? { value: territory }
    : { error: refusal(TERRITORY_FIELD, { code: 'unknownTerritory', territory: excerpt(text), known }) };
}

function yearIssues(form: Form, years: KnownYears): readonly Message[] {
  const year = parseYear(textOf(form, 'année') || undefined, years);
  return 'value' in year && year.value < FIRST_RATE_YEAR
    ? [refusal('année', { code: 'yearWithoutRates', year: year.value, from: FIRST_RATE_YEAR })]
    : [];
}

/** The pay of a second person that the household does not have. */
function strangerIssues(form: Form): readonly Message[] {
  const [, name] = PAY_FIELDS;
  const isCouple = situationNamed(textOf(form, 'situation').toLowerCase().normalize('NFC')) === 'couple';
  return isCouple || textOf(form, name) === '' ? [] : [message('twoDeclarantsOnlyForCouple', { name })];
}

/** The refusal is kept as data, so that it is shown in the reader's language. */
function refusal(name: string, issue: WithholdingIssue): Message {
  return message('withholdingRefused', { name, withholding: JSON.stringify(issue) });
}

function textOf(form: Form, name: string): string {
  return form.get(name)?.trim() ?? '';
}
