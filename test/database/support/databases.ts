import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { StateChange } from '../../../src/database/availability.ts';
import { type Database, openDatabase } from '../../../src/database/database.ts';
import type { Clock, DatabaseSettings, Log } from '../../../src/database/database-settings.ts';
import { inLanguage, type LogText } from '../../../src/model/log-text.ts';
import type { PurgeableSessionStore } from '../../../src/model/sessions.ts';
import type { TaxYearDocument } from '../../../src/tax/years/tax-year-document.ts';
import { lifetime, type StoreUnderTest } from './session-store-suite.ts';

/** A folder of its own for a test; `remove` it afterwards. */
export function temporaryFolder(): { path: string; remove: () => void } {
  const path = mkdtempSync(join(tmpdir(), 'tax-server-'));
  return { path, remove: () => rmSync(path, { recursive: true, force: true }) };
}

/** A log that keeps its lines. */
export function memoryLog(): Log & { readonly lines: string[] } {
  const lines: string[] = [];
  const keep = (message: LogText) => void lines.push(inLanguage(message, 'en'));
  return { lines, info: keep, warn: keep, error: keep };
}

export interface WatchedDatabase extends Database {
  readonly log: ReturnType<typeof memoryLog>;
  readonly changes: StateChange[];
  readonly taxYearChanges: (readonly TaxYearDocument[])[];
}

/** A database with a log and a record of its states. Not started. */
export function watchedDatabase(settings: DatabaseSettings, clock: Clock = Date.now): WatchedDatabase {
  const log = memoryLog();
  const changes: StateChange[] = [];
  const taxYearChanges: (readonly TaxYearDocument[])[] = [];
  const database = openDatabase(
    { database: settings, session: lifetime },
    {
      log,
      clock,
      onStateChange: (change) => void changes.push(change),
      onTaxYearsChange: (years) => void taxYearChanges.push(years),
    },
  );
  return Object.defineProperties(
    { log, changes, taxYearChanges },
    Object.getOwnPropertyDescriptors(database),
  ) as WatchedDatabase;
}

/** Two instances on one database. */
export async function storeUnderTest(settings: DatabaseSettings, clock: Clock): Promise<StoreUnderTest> {
  const databases = [watchedDatabase(settings, clock), watchedDatabase(settings, clock)] as const;
  await Promise.all(databases.map((database) => database.start()));
  const [one, other] = databases;
  return {
    store: one.sessions as PurgeableSessionStore,
    otherInstance: other.sessions as PurgeableSessionStore,
    close: async () => {
      await Promise.all(databases.map((database) => database.close()));
    },
  };
}
