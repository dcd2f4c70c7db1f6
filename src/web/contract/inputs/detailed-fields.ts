import type * as z from 'zod';
import { MAX_CHILDREN } from '../../../tax/return/bounds.ts';
import type { Household } from '../../../tax/return/household.ts';
import type { HouseholdRule } from '../../../tax/return/household-rules.ts';
import { householdSchema } from '../../../tax/return/household-schema.ts';
import { excerpt } from '../../http/limits.ts';
import { type Message, type MessageId, message } from '../../messages/message.ts';
import { BOX_FIELDS, RESIDENCE_FIELD, situationNamed } from '../../pages/field-names.ts';
import { brokenBoxes, readBoxFields } from './box-fields.ts';
import { type KnownYears, parseYear } from './calculation-fields.ts';
import type { NumberReader } from './number-reader.ts';

/** Everything that the calculation uses of a household, validated. */
export interface DetailedInput {
  readonly household: Household;
  readonly incomeYear: number;
}

type Form = ReadonlyMap<string, string>;

const FIELDS = [
  'situation',
  'parent_isolé',
  'enfants',
  'enfants_garde_alternée',
  'salaire_1',
  'pension_1',
  'salaire_2',
  'pension_2',
  'année',
] as const;

const KNOWN: ReadonlySet<string> = new Set([
  ...FIELDS,
  RESIDENCE_FIELD,
  ...BOX_FIELDS.map(({ code }) => code),
]);

/**
 * Reads the fields posted to `calculer-impot-detaille`: `situation`, and optionally the others and the boxes of the
 * return by their codes; an absent or empty amount is 0. All issues are reported together, in the order of the fields.
 *
 * @param read how numbers are written in this session
 */
export function parseDetailedFields(
  form: Form,
  years: KnownYears,
  read: NumberReader,
): { input: DetailedInput } | { errors: readonly Message[] } {
  const incomeYear = parseYear(form.get('année')?.trim() || undefined, years);
  const year = 'value' in incomeYear ? incomeYear.value : years.byDefault;
  const boxes = readBoxFields(form, year, read);
  const household = householdSchema.safeParse({
    ...candidate(form, read),
    ...('values' in boxes && boxes.values),
  });
  const unknown = unknownFields(form);
  if (household.success && 'values' in boxes && 'value' in incomeYear && unknown.length === 0) {
    const errors = brokenBoxes(household.data, year, form);
    return errors.length > 0 ? { errors } : { input: { household: household.data, incomeYear: year } };
  }
  const issues = (household.error?.issues ?? []).flatMap((zodIssue) => issueOf(zodIssue, form) ?? []);
  issues.sort((a, b) => position(a) - position(b));
  return {
    errors: [
      ...issues,
      ...('errors' in boxes ? boxes.errors : []),
      ...('error' in incomeYear ? [incomeYear.error] : []),
      ...unknown,
    ],
  };
}

/** The position of the field of a message. */
function position({ values }: Message): number {
  const names: readonly string[] = FIELDS;
  return names.indexOf(values.name ?? '');
}

function unknownFields(form: Form): Message[] {
  return [...form.keys()]
    .filter((name) => !KNOWN.has(name))
    .map((name) => message('unknownParameter', { name: excerpt(name) }));
}

/** An unticked box is not posted at all. */
const answers = new Map([
  ['', false],
  ['non', false],
  ['oui', true],
]);

/** The fields as data for the schema; a text that is not a number is passed on, and refused there. */
function candidate(form: Form, read: NumberReader): object {
  const number = (name: string, readText: NumberReader['amount']) => {
    const text = form.get(name)?.trim() ?? '';
    return text === '' ? 0 : (readText(text) ?? text);
  };
  const count = (name: string) => number(name, read.count);
  const amount = (name: string) => number(name, read.amount);
  const first = { salary: amount('salaire_1'), pension: amount('pension_1') };
  const second = { salary: amount('salaire_2'), pension: amount('pension_2') };
  const hasSecond = second.salary !== 0 || second.pension !== 0;
  return {
    situation: situationNamed(choice(form, 'situation')),
    singleParent: answers.get(choice(form, 'parent_isolé')) ?? null,
    children: count('enfants'),
    sharedCustodyChildren: count('enfants_garde_alternée'),
    declarants: hasSecond ? [first, second] : [first],
  };
}

function choice(form: Form, name: string): string {
  return (form.get(name) ?? '').trim().toLowerCase().normalize('NFC');
}

/** The form field of each place in a household. */
const FIELD_OF_PATH: Readonly<Record<string, (typeof FIELDS)[number]>> = {
  situation: 'situation',
  singleParent: 'parent_isolé',
  children: 'enfants',
  sharedCustodyChildren: 'enfants_garde_alternée',
  'declarants.0.salary': 'salaire_1',
  'declarants.0.pension': 'pension_1',
  'declarants.1.salary': 'salaire_2',
  'declarants.1.pension': 'pension_2',
};

const CHOICES: Partial<Record<string, MessageId>> = {
  situation: 'invalidSituation',
  parent_isolé: 'invalidSingleParent',
};

function issueOf(zodIssue: z.core.$ZodIssue, form: Form): Message | null {
  if (zodIssue.code === 'custom') return brokenRule(zodIssue.params?.rule as HouseholdRule, form);
  const name = FIELD_OF_PATH[zodIssue.path.join('.')];
  if (!name) return null;
  const value = excerpt(form.get(name) ?? '');
  const choiceIssue = CHOICES[name];
  if (choiceIssue)
    return form.has(name) ? message(choiceIssue, { name, value }) : message('missingParameter', { name });
  return zodIssue.code === 'too_big'
    ? message('numberTooLarge', { name, value: value.trim(), max: Number(zodIssue.maximum) })
    : message('invalidNumber', { name, value: value.trim() });
}

function brokenRule(rule: HouseholdRule, form: Form): Message {
  switch (rule) {
    case 'singleParentOnlyWhenSingle':
    case 'singleParentNeedsChild':
      return message(rule, { name: 'parent_isolé' });
    case 'twoDeclarantsOnlyForCouple': {
      const name = (form.get('salaire_2') ?? '').trim() === '' ? 'pension_2' : 'salaire_2';
      return message(rule, { name });
    }
    case 'tooManyChildren':
      return message(rule, { name: 'enfants', max: MAX_CHILDREN });
  }
}
