import type { TaxYearDocument } from '../../tax/years/tax-year-document.ts';
import { insertDocuments, readDocuments } from '../tax-years/documents.ts';
import { shippedTaxYears } from '../tax-years/shipped-tax-years.ts';
import { fromRows, type TaxYearRows } from '../tax-years/tax-year-rows.ts';
import { readRows } from '../tax-years/tax-year-tables.ts';
import type { Migration } from './migration.ts';

/**
 * A document for each income year: the values of the tables, whoever has changed them, with the return's values and the
 * neutral rates of the shipped years.
 */
export const taxYearDocuments: Migration = {
  name: 'tax year documents',
  async up({ db, dialect: { types } }) {
    await db.schema
      .createTable('tax_year_documents')
      .ifNotExists()
      .addColumn('income_year', 'integer', (column) => column.primaryKey())
      .addColumn('document', types.text, (column) => column.notNull())
      .modifyEnd(types.tableOptions)
      .execute();
    const known = new Set((await readDocuments(db)).map(({ income_year }) => income_year));
    const rows = await readRows(db);
    await insertDocuments(
      db,
      rows.map(documentOf).filter(({ incomeYear }) => !known.has(incomeYear)),
    );
  },
};

/** Not checked: a year with issues is kept as it is, and reported at the start as before. */
function documentOf(rows: TaxYearRows): TaxYearDocument {
  const { income_year } = rows.constants;
  const shipped = shippedTaxYears().find(({ incomeYear }) => incomeYear === income_year);
  const { return: values = null, neutralRates = [] } = shipped ?? {};
  return { ...(fromRows(rows) as TaxYearDocument), return: values, neutralRates };
}
