import type * as z from 'zod';
import type { TaxYearRule } from '../../tax/value-schemas.ts';

/** Why a value cannot be used, for words in any language. */
export type TaxYearFaultReason =
  | { readonly code: 'missing' | 'unknownKey' | 'notAllowed' }
  | { readonly code: 'rule'; readonly rule: TaxYearRule }
  /** The lists of an `admindata.json` are not of one length. */
  | { readonly code: 'lengthsDiffer' }
  /** An `admindata.json` for a year of which the database has nothing else. */
  | { readonly code: 'withoutOfficial'; readonly year: number }
  /** The file names another income year than the one that was asked for. */
  | { readonly code: 'otherYear'; readonly year: number };

/** A fault of a tax year, at a path of its values. */
export interface TaxYearFault {
  readonly path: readonly PropertyKey[];
  readonly reason: TaxYearFaultReason;
  /** For the log. */
  readonly message: string;
}

/** The values are no tax year; `faults` names all of what is wrong. */
export class InvalidTaxYear extends Error {
  override name = 'InvalidTaxYear';
  readonly faults: readonly TaxYearFault[];

  /** @param what is not a tax year, for the message: a file, a year of the database */
  constructor(what: string, faults: readonly TaxYearFault[]) {
    const lines = faults.map(
      ({ path, message }) => `\n  ${path.join('.')}${path.length > 0 ? ': ' : ''}${message}`,
    );
    super(`${what} is not a valid tax year:${lines.join('')}`);
    this.faults = faults;
  }
}

/**
 * What a schema has refused.
 *
 * @param toPath where the values have what the schema knows at a path
 */
export function faultsOf(
  error: z.ZodError,
  values: unknown,
  toPath = (path: readonly PropertyKey[]) => path,
): TaxYearFault[] {
  return error.issues.flatMap((issue): TaxYearFault[] => {
    const { path, message } = issue;
    if (issue.code === 'unrecognized_keys') {
      const reason = { code: 'unknownKey' } as const;
      return issue.keys.map((key) => ({ path: toPath([...path, key]), reason, message: 'unknown key' }));
    }
    return [{ path: toPath(path), reason: reasonOf(issue, valueAt(values, path)), message }];
  });
}

function reasonOf(issue: z.core.$ZodIssue, value: unknown): TaxYearFaultReason {
  if (issue.code === 'custom' && issue.params) {
    const params = issue.params as TaxYearRule | { readonly rule: 'lengthsDiffer' };
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
