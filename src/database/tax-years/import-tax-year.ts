import type { TaxYearDocument } from '../../tax/years/tax-year-document.ts';
import { InvalidTaxYear } from './invalid-tax-year.ts';
import { parseTaxYearFile, type TaxYearFile } from './tax-year-file.ts';
import type { TaxYearRepository } from './tax-year-repository.ts';

/** The default year of the earlier application's constants (decision D20). */
const ADMIN_DATA_YEAR = 2018;

export interface ImportSource {
  /** The values in the YAML or JSON file. */
  readonly values: unknown;
  /** The file's name, for messages. */
  readonly name: string;
  /** The income year of an `admindata.json`, which does not contain it; of another file, its expected year. */
  readonly adminDataYear?: number | undefined;
}

/** The changes of an import. */
export interface Imported {
  readonly year: TaxYearDocument;
  /** False for a new year. */
  readonly replaced: boolean;
}

/**
 * Saves the tax year of a file. An `admindata.json` has the legacy method's values for an existing year.
 *
 * @throws InvalidTaxYear with every issue; nothing is changed then
 */
export async function importTaxYear(repository: TaxYearRepository, source: ImportSource): Promise<Imported> {
  const file = parseTaxYearFile(source.values, source.name);
  const known = await repository.list();
  const year = file.kind === 'tax-year' ? ofYear(file.year, source) : withLegacy(file, known, source);
  await repository.save(year);
  return { year, replaced: known.some(({ incomeYear }) => incomeYear === year.incomeYear) };
}

function ofYear(year: TaxYearDocument, { name, adminDataYear }: ImportSource): TaxYearDocument {
  if (adminDataYear === undefined || adminDataYear === year.incomeYear) return year;
  const message = `the file names ${year.incomeYear}, not ${adminDataYear}`;
  const reason = { code: 'otherYear', year: adminDataYear } as const;
  throw new InvalidTaxYear(name, [{ path: ['incomeYear'], reason, message }]);
}

function withLegacy(
  { legacy }: Extract<TaxYearFile, { kind: 'admin-data' }>,
  known: readonly TaxYearDocument[],
  { name, adminDataYear = ADMIN_DATA_YEAR }: ImportSource,
): TaxYearDocument {
  const year = known.find(({ incomeYear }) => incomeYear === adminDataYear);
  if (year) return { ...year, legacy };
  const message = `the database has no values of the official method for ${adminDataYear}: import that year as YAML first`;
  const reason = { code: 'withoutOfficial', year: adminDataYear } as const;
  throw new InvalidTaxYear(name, [{ path: [], reason, message }]);
}
