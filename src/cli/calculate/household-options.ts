import type { Field } from '../../bulk/fields.ts';
import { BOXES, type BoxCode } from '../../tax/return/boxes.ts';
import { type FieldBox, isFieldBox } from '../../tax/return/field-boxes.ts';
import { UsageError } from '../usage-error.ts';
import type { HouseholdTexts } from './one-household.ts';

/** The options of a household with names. */
const NAMED = {
  year: { type: 'string', field: 'incomeYear' },
  status: { type: 'string', field: 'status' },
  married: { type: 'boolean', field: 'married' },
  'single-parent': { type: 'boolean', field: 'singleParent' },
  children: { type: 'string', field: 'children' },
  'shared-custody-children': { type: 'string', field: 'sharedCustodyChildren' },
  salary: { type: 'string', field: 'salary1' },
  pension: { type: 'string', field: 'pension1' },
  salary2: { type: 'string', field: 'salary2' },
  pension2: { type: 'string', field: 'pension2' },
  residence: { type: 'string', field: 'residence' },
} as const satisfies Readonly<Record<string, { type: 'string' | 'boolean'; field: Field }>>;

/** The boxes that are fields of every household. */
const FIELD_OF_BOX: Readonly<Record<FieldBox, Field>> = {
  '0BT': 'singleParent',
  '0CF': 'children',
  '0CH': 'sharedCustodyChildren',
  '1AJ': 'salary1',
  '1AS': 'pension1',
  '1BJ': 'salary2',
  '1BS': 'pension2',
};

const BOX_CODES = BOXES.filter(({ row }) => row.kind !== 'choice').map(({ code }) => code);

/** Every option of a household with its field; boxes by their codes: `--1AJ 30000`. */
const FIELDS: readonly (readonly [option: string, field: Field])[] = [
  ...Object.entries(NAMED).map(([option, { field }]) => [option, field] as const),
  ...BOX_CODES.map((code) => [code, fieldOf(code)] as const),
];

function fieldOf(code: BoxCode): Field {
  return isFieldBox(code) ? FIELD_OF_BOX[code] : (code as Field);
}

/** For `parseArguments`. A file has the year option too. */
export const HOUSEHOLD_OPTIONS = {
  year: NAMED.year,
  ...(NAMED as Readonly<Record<string, { readonly type: 'string' | 'boolean' }>>),
  ...Object.fromEntries(BOX_CODES.map((code) => [code, { type: 'string' as const }])),
};

/**
 * The values of the household's options, by field.
 *
 * @throws {UsageError} for a field given twice
 */
export function householdTexts(values: Readonly<Record<string, unknown>>): HouseholdTexts {
  const given: Partial<Record<Field, { option: string; text: string }>> = {};
  for (const [name, field] of FIELDS) {
    const value = values[name];
    if (value === undefined) continue;
    const before = given[field];
    if (before) throw new UsageError((texts) => texts.eitherOf(before.option, `--${name}`));
    given[field] = { option: `--${name}`, text: value === true ? 'yes' : String(value) };
  }
  if (given.married && given.status) throw new UsageError((texts) => texts.eitherOf('--married', '--status'));
  return given;
}
