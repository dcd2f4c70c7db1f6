import type { Kysely } from 'kysely';
import type { TaxYearDocument } from '../../tax/years/tax-year-document.ts';
import type { Log } from '../database-settings.ts';
import { logTexts } from '../log-texts.ts';
import type { Schema } from '../schema.ts';
import { differingTables, readRevision, readTaxYears } from './tax-year-repository.ts';

/** The tax years in memory: calculations never wait for the database. */
export interface TaxYearSnapshot {
  readonly years: readonly TaxYearDocument[];
  /** Reads the years again when they have changed. One cheap query otherwise. */
  refresh(): Promise<void>;
}

/** Reads the first snapshot. Unusable parts of a year are logged and left out; the SQL tables are compared once. */
export async function takeSnapshot(
  db: Kysely<Schema>,
  log: Log,
  onChange: (years: readonly TaxYearDocument[]) => void,
): Promise<TaxYearSnapshot> {
  let years: readonly TaxYearDocument[] = [];
  let revision = -1;

  async function refresh(): Promise<void> {
    const current = await readRevision(db);
    if (current === revision) return;
    const read = await readTaxYears(db);
    for (const problem of read.problems) log.error(problem);
    const isFirst = revision === -1;
    if (isFirst) await tellDifferences(db, log, read.years);
    ({ years } = read);
    revision = current;
    log.info(logTexts.years(years.map(({ incomeYear }) => incomeYear)));
    if (!isFirst) onChange(years);
  }

  await refresh();
  return {
    get years() {
      return years;
    },
    refresh,
  };
}

async function tellDifferences(
  db: Kysely<Schema>,
  log: Log,
  years: readonly TaxYearDocument[],
): Promise<void> {
  const differing = await differingTables(db, years);
  if (differing.length > 0) log.warn(logTexts.tablesDiffer(differing));
}
