import type { Generated } from 'kysely';
import type { LegacyColumn, OfficialColumn } from './tax-years/tax-year-columns.ts';

/** The tables for the queries. Times are milliseconds since 1970, amounts whole euros, rates fractions. */
export interface Schema {
  schema_migrations: SchemaMigrationRow;
  installation: InstallationRow;
  secrets: SecretRow;
  sessions: SessionRow;
  simulations: SimulationRow;
  tbtranches: BracketRow;
  tbconstantes: ConstantsRow;
  tbsources: SourceRow;
  tax_year_documents: TaxYearDocumentRow;
  shared_counts: CountRow;
}

export interface SchemaMigrationRow {
  version: number;
  name: string;
  applied_at: number;
  /** The first version whose program can use the tables after this step; null when the step only adds. */
  serves_from: Generated<number | null>;
}

/** The one row (id 1) shared by all instances on this database. */
export interface InstallationRow {
  id: number;
  installation_id: string;
  /** Increased by every change of the tax years, so that running servers notice it. */
  tax_years_revision: number;
  /** Written to check whether the database accepts changes. */
  probed_at: number;
}

/** A secret shared by all instances on this database. */
export interface SecretRow {
  purpose: string;
  value: string;
}

export interface SessionRow {
  session_key: string;
  /** SHA-256 of the id in the cookie, in hexadecimal. */
  id_hash: string;
  type: string | null;
  login: string | null;
  csrf_secret: string;
  page: string | null;
  /** The counter of contract §3 (`id_simulation`): never goes back. */
  last_simulation_id: number;
  created_at: number;
  last_seen_at: number;
  expires_at: number;
}

export interface SimulationRow {
  session_key: string;
  id: number;
  income_year: number;
  method: string;
  /** The household as JSON. */
  household: string;
  amount_due: number;
  surcharge: number;
  decote: number;
  reduction: number;
  rate: number;
  created_at: number;
  /** The name given by the visitor. */
  label: string | null;
  /** Null unless it has been deleted; a deletion can be undone while the session lives. */
  deleted_at: number | null;
}

/** A bracket of a scale: the original's table (contract §7.3), with its income year and scale. */
export interface BracketRow {
  id: Generated<number>;
  income_year: number;
  scale: string;
  /** Upper limit, 0 in the last bracket. */
  limite: number;
  coeffr: number;
  coeffn: number;
}

/** The other values of an income year: the original's columns, null without them, and those of the official method. */
export interface ConstantsRow
  extends Record<LegacyColumn, number | null>,
    Record<OfficialColumn, number | null> {
  id: Generated<number>;
  income_year: number;
}

/** The income year used for calculations. The tables above repeat its values, for readers of SQL. */
export interface TaxYearDocumentRow {
  income_year: number;
  /** A `TaxYearDocument` as JSON. */
  document: string;
}

/** The legal sources of a value of an income year. */
export interface SourceRow {
  id: Generated<number>;
  income_year: number;
  subject: string;
  text: string;
  url: string | null;
}

/** What all instances count together; it is of no meaning any more from its end on. */
export interface CountRow {
  name: string;
  value: number;
  ends_at: number;
}
