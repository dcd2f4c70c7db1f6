import type { Kysely } from 'kysely';
import type { TaxYear } from '../../tax/tax-year.ts';
import { logTexts } from '../log-texts.ts';
import type { Schema } from '../schema.ts';
import type { Log } from '../settings.ts';
import { readRevision, readTaxYears } from './repository.ts';

/** The tax years in memory: calculations never wait for the database. */
export interface TaxYearSnapshot {
  readonly years: readonly TaxYear[];
  /** Reads the years again when they have changed. One cheap query otherwise. */
  refresh(): Promise<void>;
}

/** Takes the first snapshot. Years that break the rules are logged and left out. */
export async function takeSnapshot(
  db: Kysely<Schema>,
  log: Log,
  onChange: (years: readonly TaxYear[]) => void,
): Promise<TaxYearSnapshot> {
  let years: readonly TaxYear[] = [];
  let revision = -1;

  async function refresh(): Promise<void> {
    const current = await readRevision(db);
    if (current === revision) return;
    const read = await readTaxYears(db);
    for (const fault of read.faults) log.error(logTexts.unusableYear(fault.message));
    const isFirst = revision === -1;
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
