import type { TaxYear } from '../../tax/tax-year.ts';
import { taxYearSchema } from '../../tax/tax-year-schema.ts';

/** A fault of a tax year: where it is, in words, and what is allowed there. */
export interface TaxYearFault {
  readonly where: string;
  readonly message: string;
}

/** The values are no tax year; `faults` names all of what is wrong. */
export class InvalidTaxYear extends Error {
  override name = 'InvalidTaxYear';
  readonly faults: readonly TaxYearFault[];

  /** @param what is not a tax year, for the message: a file, a year of the database */
  constructor(what: string, faults: readonly TaxYearFault[]) {
    const lines = faults.map(({ where, message }) => `\n  ${where}${where && ': '}${message}`);
    super(`${what} is not a valid tax year:${lines.join('')}`);
    this.faults = faults;
  }
}

/**
 * The tax year that `values` are, when they are one.
 *
 * @param what names them in the message
 * @param whereIs tells where a path of the values is; by default the path itself
 * @throws InvalidTaxYear with every fault
 */
export function parseTaxYear(values: unknown, what: string, whereIs = pathName): TaxYear {
  const { data, error } = taxYearSchema.safeParse(values);
  if (error) {
    throw new InvalidTaxYear(
      what,
      error.issues.map(({ path, message }) => ({ where: whereIs(path), message })),
    );
  }
  return data;
}

export function pathName(path: readonly PropertyKey[]): string {
  return path.join('.');
}
