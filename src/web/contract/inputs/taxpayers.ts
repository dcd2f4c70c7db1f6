import { MAX_CHILDREN, MAX_INCOME } from '../../../tax/return/bounds.ts';

import { excerpt, limits } from '../../http/limits.ts';
import { isNestedDeeper } from '../../http/nesting.ts';
import { type Message, message, translate } from '../../messages/message.ts';
import { type CalculationInput, type KnownYears, parseYear } from './calculation-fields.ts';
import { pythonFloat, pythonInt } from './python-numbers.ts';

/** A taxpayer that was refused: the object as received, plus the reason (contract §2.5). */
export type OffendingTaxpayer = Record<string, unknown> & { readonly erreur: string };

type JsonObject = Record<string, unknown>;

/** The body of `calculer-impots` as a list of objects, or why it is not one (contract §2.5). */
export function parseTaxpayerList(body: Uint8Array): { items: readonly JsonObject[] } | { error: Message } {
  let parsed: unknown;
  try {
    parsed = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(body));
  } catch (error) {
    return { error: message('bodyNotJson', { reason: (error as Error).message }) };
  }
  if (isNestedDeeper(parsed, limits.nesting))
    return { error: message('bodyTooDeep', { max: limits.nesting }) };
  if (!Array.isArray(parsed) || parsed.length === 0) return { error: message('bodyNotList') };
  if (!parsed.every(isObject)) return { error: message('bodyNotObjects') };
  if (parsed.length > limits.households) {
    return { error: message('listTooLong', { count: parsed.length, max: limits.households }) };
  }
  return { items: parsed };
}

/** All taxpayers, or all invalid ones: with one bad item nothing is computed (contract §2.5). */
export function parseTaxpayers(
  items: readonly JsonObject[],
  years: KnownYears,
): { inputs: readonly CalculationInput[] } | { offending: readonly OffendingTaxpayer[] } {
  const parsed = items.map((item) => parseTaxpayer(item, years));
  const inputs = parsed.flatMap((each) => ('input' in each ? [each.input] : []));
  if (inputs.length === items.length) return { inputs };
  const offending = parsed.flatMap((each, index) =>
    'error' in each ? [{ ...items[index], erreur: translate(each.error) }] : [],
  );
  return { offending };
}

function parseTaxpayer(
  item: JsonObject,
  years: KnownYears,
): { input: CalculationInput } | { error: Message } {
  for (const [key, value] of Object.entries(item)) {
    const error = attributeError(key, value);
    if (error) return { error };
  }
  const { marié, enfants, salaire } = item;
  if (marié === undefined || enfants === undefined || salaire === undefined)
    return { error: message('missingKeys') };
  const year = parseYear(item.année, years);
  if ('error' in year) return year;
  return {
    input: {
      married: marriedText(marié) === 'oui',
      children: pythonInt(enfants) ?? 0,
      salary: pythonInt(salaire) ?? 0,
      incomeYear: year.value,
    },
  };
}

type AttributeCheck = (key: string, value: unknown) => Message | null;

/** The keys that a taxpayer may have, each with its check; only three of them are used (contract §2.5). */
const attributeChecks = new Map<string, AttributeCheck>([
  ['id', (_key, value) => (isWhole(value) ? null : message('entityId'))],
  ['marié', (_key, value) => (isMarried(value) ? null : message('entityMarried', { value: excerpt(value) }))],
  ['enfants', wholeUpTo(32, MAX_CHILDREN)],
  ['salaire', wholeUpTo(33, MAX_INCOME)],
  ['impôt', numeric(34)],
  ['décôte', numeric(35)],
  ['surcôte', numeric(36)],
  ['réduction', numeric(37)],
  ['taux', numeric(38)],
  ['année', () => null],
]);

function attributeError(key: string, value: unknown): Message | null {
  const check = attributeChecks.get(key);
  return check ? check(key, value) : message('entityKey', { key: excerpt(key) });
}

function wholeUpTo(code: number, max: number): AttributeCheck {
  return (name, value) => {
    if (!isWhole(value)) return message('entityInteger', { code, name, value: excerpt(value) });
    const tooLarge = (pythonInt(value) ?? 0) > max;
    return tooLarge ? message('numberTooLarge', { name, value: excerpt(value), max }) : null;
  };
}

function numeric(code: number): AttributeCheck {
  return (name, value) =>
    (pythonFloat(value) ?? -1) >= 0 ? null : message('entityNumber', { code, name, value: excerpt(value) });
}

function isWhole(value: unknown): boolean {
  return (pythonInt(value) ?? -1) >= 0;
}

function isMarried(value: unknown): boolean {
  return ['oui', 'non'].includes(marriedText(value));
}

function marriedText(value: unknown): string {
  return typeof value === 'string' ? value.trim().toLowerCase() : '';
}

function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
