import type * as z from 'zod';
import { shown } from '../http/limits.ts';
import type { Fault } from './api-problem.ts';
import { allowedValues } from './field-docs.ts';

type Path = readonly PropertyKey[];
type Issue = z.core.$ZodIssue;

/** What a schema refused, one fault for each value or unknown member. `body` is what it refused. */
export function faultsOf(error: z.ZodError, body: unknown): Fault[] {
  const pointers = new Set<string>();
  return error.issues
    .flatMap((issue) =>
      issue.code === 'unrecognized_keys' ? unknownMembers(issue, body) : [fault(issue, body)],
    )
    .filter(({ pointer }) => !pointers.has(pointer) && pointers.add(pointer));
}

/** A fault of the value at a path. */
export function faultAt(path: Path, body: unknown, detail: string, allowed = allowedAt(path)): Fault {
  const value = valueAt(body, path);
  return {
    pointer: path.map((key) => `/${String(key).replaceAll('~', '~0').replaceAll('/', '~1')}`).join(''),
    field: shown(fieldName(path)),
    ...(value !== undefined && { value: shortened(value) }),
    detail,
    allowed,
  };
}

function unknownMembers(
  { path, keys }: Issue & { readonly code: 'unrecognized_keys' },
  body: unknown,
): Fault[] {
  return keys.map((key) => faultAt([...path, key], body, 'is not known', allowedAt(path)));
}

const details: Partial<Record<Issue['code'], string>> = {
  invalid_value: 'is none of the allowed values',
  too_small: 'is too small',
  too_big: 'is too large',
};

function fault(issue: Issue, body: unknown): Fault {
  return faultAt(issue.path, body, detailOf(issue, body));
}

function detailOf(issue: Issue, body: unknown): string {
  if (issue.code === 'custom') return issue.message;
  const value = valueAt(body, issue.path);
  if (value === undefined) return 'is missing';
  if (issue.code === 'invalid_type') return typeDetail(issue.expected, value);
  return details[issue.code] ?? 'is not allowed';
}

function typeDetail(expected: string, value: unknown): string {
  return expected === 'int' && typeof value === 'number' ? 'is not a whole number' : 'has the wrong type';
}

function allowedAt(path: Path): string {
  const pattern = fieldName(path.map((key) => (typeof key === 'number' ? '' : key)));
  return allowedValues[pattern] ?? '';
}

/** `household.declarants[0].salary`; list indexes are numbers, or empty for any. */
function fieldName(path: Path): string {
  return path
    .map((key, index) => {
      if (typeof key === 'number' || key === '') return `[${String(key)}]`;
      return `${index === 0 ? '' : '.'}${String(key)}`;
    })
    .join('');
}

/** Own members only: `__proto__` is one when the body names it. */
function valueAt(body: unknown, path: Path): unknown {
  let value = body;
  for (const key of path) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return undefined;
    value = (value as Record<PropertyKey, unknown>)[key];
  }
  return value;
}

/** Numbers, booleans and null as they are; what is longer than a person reads is cut. */
function shortened(value: unknown): unknown {
  if (typeof value === 'string' || typeof value === 'object') return value === null ? null : shown(value);
  return Number.isFinite(value) || typeof value === 'boolean' ? value : String(value);
}
