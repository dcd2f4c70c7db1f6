import type * as z from 'zod';
import type { TaxYearRule } from '../../tax/years/value-schemas.ts';

/** Why a value cannot be used, for words in any language. */
export type TaxYearIssueReason =
  | { readonly code: 'missing' | 'unknownKey' | 'notAllowed' }
  | { readonly code: 'rule'; readonly rule: TaxYearRule }
  /** The lists of an `admindata.json` differ in length. */
  | { readonly code: 'lengthsDiffer' }
  /** An `admindata.json` for a year that is not in the database. */
  | { readonly code: 'withoutOfficial'; readonly year: number }
  /** The file has another income year than the requested one. */
  | { readonly code: 'otherYear'; readonly year: number };

/** An issue of a tax year, at a path of its values. */
export interface TaxYearIssue {
  readonly path: readonly PropertyKey[];
  readonly reason: TaxYearIssueReason;
  /** For the log. */
  readonly message: string;
}

/** The values are not a tax year; `issues` has all reasons. */
export class InvalidTaxYear extends Error {
  override name = 'InvalidTaxYear';
  readonly issues: readonly TaxYearIssue[];

  /** @param what the name of the values in messages: a file, a year of the database */
  constructor(what: string, issues: readonly TaxYearIssue[]) {
    const lines = issues.map(
      ({ path, message }) => `\n  ${path.join('.')}${path.length > 0 ? ': ' : ''}${message}`,
    );
    super(`${what} is not a valid tax year:${lines.join('')}`);
    this.issues = issues;
  }
}

/**
 * The issues of a schema.
 *
 * @param toPath translates a path of the schema into a path of the values
 */
export function issuesOf(
  error: z.ZodError,
  values: unknown,
  toPath = (path: readonly PropertyKey[]) => path,
): TaxYearIssue[] {
  return error.issues.flatMap((zodIssue): TaxYearIssue[] => {
    const { path, message } = zodIssue;
    if (zodIssue.code === 'unrecognized_keys') {
      const reason = { code: 'unknownKey' } as const;
      return zodIssue.keys.map((key) => ({ path: toPath([...path, key]), reason, message: 'unknown key' }));
    }
    return [{ path: toPath(path), reason: reasonOf(zodIssue, valueAt(values, path)), message }];
  });
}

function reasonOf(zodIssue: z.core.$ZodIssue, value: unknown): TaxYearIssueReason {
  if (zodIssue.code === 'custom' && zodIssue.params) {
    const params = zodIssue.params as TaxYearRule | { readonly rule: 'lengthsDiffer' };
    return params.rule === 'lengthsDiffer' ? { code: 'lengthsDiffer' } : { code: 'rule', rule: params };
  }
  return { code: value === undefined ? 'missing' : 'notAllowed' };
}

function valueAt(values: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (value, key) => (value as Record<PropertyKey, unknown> | null | undefined)?.[key],
    values,
  );
}
