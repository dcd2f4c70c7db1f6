import type { TaxYear } from '../../tax/tax-year.ts';
import { taxYearSchema } from '../../tax/tax-year-schema.ts';

/** A fault of a tax year: where, and what is allowed there. */
export interface TaxYearFault {
  readonly path: readonly PropertyKey[];
  readonly message: string;
}

/** The values are no tax year; `faults` names all of what is wrong. */
export class InvalidTaxYear extends Error {
  override name = 'InvalidTaxYear';
  readonly faults: readonly TaxYearFault[];

  constructor(what: string, faults: readonly TaxYearFault[]) {
    const lines = faults.map(
      ({ path, message }) => `\n  ${path.length > 0 ? `${path.join('.')}: ` : ''}${message}`,
    );
    super(`${what} is not a valid tax year:${lines.join('')}`);
    this.faults = faults;
  }
}

/**
 * The tax year that `values` are, when they are one.
 *
 * @param what names them in the message
 * @throws InvalidTaxYear with every fault
 */
export function parseTaxYear(values: unknown, what: string): TaxYear {
  const { data, error } = taxYearSchema.safeParse(values);
  if (error) throw new InvalidTaxYear(what, error.issues);
  return data;
}
