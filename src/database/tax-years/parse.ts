import type { TaxYear } from '../../tax/tax-year.ts';
import { taxYearSchema } from '../../tax/tax-year-schema.ts';
import { InvalidTaxYear } from './invalid-tax-year.ts';

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
