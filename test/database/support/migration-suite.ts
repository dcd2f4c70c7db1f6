import { Kysely } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { NewerSchema } from '../../../src/database/database-errors.ts';
import type { DatabaseSettings } from '../../../src/database/database-settings.ts';
import { loadDialect } from '../../../src/database/dialects.ts';
import { migrate } from '../../../src/database/migrations/migrate.ts';
import { migrations } from '../../../src/database/migrations/migrations.ts';
import type { Schema } from '../../../src/database/schema.ts';
import { shippedTaxYears } from '../../../src/database/tax-years/shipped-tax-years.ts';
import { writeTaxYears } from '../../../src/database/tax-years/tax-year-tables.ts';
import type { TaxYearDocument } from '../../../src/tax/years/tax-year-document.ts';
import { temporaryFolder, watchedDatabase } from './databases.ts';
import { instanceIn } from './instance-process.ts';

/** What every database does when instances start on it. `open` gives an empty database each time. */
export function describeMigrations(
  name: string,
  open: () => Promise<{ newDatabase: () => Promise<DatabaseSettings>; close: () => Promise<void> }>,
): void {
  describe(`migrations: ${name}`, () => {
    const folder = temporaryFolder();
    let under: Awaited<ReturnType<typeof open>>;

    beforeAll(async () => {
      under = await open();
    });
    afterAll(async () => {
      await under?.close();
      folder.remove();
    });

    /** What is in the tables that migrations fill. */
    async function inspect(settings: DatabaseSettings) {
      const db = new Kysely<Schema>({ dialect: (await loadDialect(settings)).kysely });
      const history = await db.selectFrom('schema_migrations').selectAll().orderBy('version').execute();
      const rows = {
        installation: await db.selectFrom('installation').selectAll().execute(),
        tbconstantes: await db.selectFrom('tbconstantes').selectAll().orderBy('id').execute(),
        tbtranches: await db.selectFrom('tbtranches').selectAll().orderBy('id').execute(),
        tbsources: await db.selectFrom('tbsources').selectAll().orderBy('id').execute(),
        documents: await db.selectFrom('tax_year_documents').selectAll().orderBy('income_year').execute(),
      };
      await db.destroy();
      return { history, rows };
    }

    /** Tables as a program of the next version leaves them; the caller closes the connection. */
    async function withLaterMigration(settings: DatabaseSettings, serves_from: number | null) {
      const first = watchedDatabase(settings);
      await first.start();
      await first.close();
      const db = new Kysely<Schema>({ dialect: (await loadDialect(settings)).kysely });
      const row = { version: migrations.length + 1, name: 'later', applied_at: 1, serves_from };
      await db.insertInto('schema_migrations').values(row).execute();
      return db;
    }

    it('are applied once when four processes start together', { timeout: 60_000 }, async () => {
      const settings = await under.newDatabase();
      const start = await instanceIn(folder.path);
      const instances = [1, 2, 3, 4].map(() => start(settings));
      await Promise.all(instances.map(({ ended }) => ended));
      const answers = instances.flatMap(({ lines }) => lines);
      const { history, rows } = await inspect(settings);
      const [installation] = rows.installation;
      expect(answers).toEqual(Array(4).fill({ installationId: installation?.installation_id, years: 8 }));
      expect(history.map(({ name }) => name)).toEqual(migrations.map(({ name }) => name));
      expect(rows.tbconstantes).toHaveLength(8);
      expect(rows.tbtranches).toHaveLength(8 * (5 + 3 + 3) + 5);
    });

    it('change nothing on tables that are up to date', async () => {
      const settings = await under.newDatabase();
      const states = [];
      for (let start = 0; start < 2; start++) {
        const database = watchedDatabase(settings);
        await database.start();
        await database.close();
        states.push(await inspect(settings));
      }
      expect(states[1]).toEqual(states[0]);
    });

    it('go on where they were interrupted', async () => {
      const settings = await under.newDatabase();
      const first = watchedDatabase(settings);
      await first.start();
      await first.close();
      const whole = await inspect(settings);
      const db = new Kysely<Schema>({ dialect: (await loadDialect(settings)).kysely });
      await db.deleteFrom('schema_migrations').where('version', '>', 0).execute();
      await db.deleteFrom('tbtranches').where('income_year', '>', 2020).execute();
      await db.deleteFrom('tbconstantes').where('income_year', '>', 2021).execute();
      await db.destroy();
      const again = watchedDatabase(settings);
      await again.start();
      expect(again.installationId).toBe(whole.rows.installation[0]?.installation_id);
      expect(again.taxYears()).toEqual(first.taxYears());
      await again.close();
    });

    it('make documents of the tables of the version before, with what somebody has changed in them', async () => {
      const settings = await under.newDatabase();
      const dialect = await loadDialect(settings);
      const db = new Kysely<Schema>({ dialect: dialect.kysely });
      const log = { info: () => {}, warn: () => {}, error: () => {} };
      await migrate({ db, dialect, log, clock: Date.now }, migrations.slice(0, 5));
      const latest = shippedTaxYears().at(-1) as TaxYearDocument;
      await writeTaxYears(db, [{ ...latest, incomeYear: 2026 }]);
      const change = db.updateTable('tbconstantes').set({ collection_threshold: 77 });
      await change.where('income_year', '=', 2019).execute();
      await db.destroy();
      const database = watchedDatabase(settings);
      await database.start();
      expect(database.taxYears()).toEqual([
        ...shippedTaxYears().map((year) =>
          year.incomeYear === 2019 ? { ...year, collectionThreshold: 77 } : year,
        ),
        { ...latest, incomeYear: 2026, return: null, neutralRates: [] },
      ]);
      expect(database.log.lines.join()).not.toContain('tax-years import');
      await database.close();
    });

    it('use the tables of a newer program that has only added to them, and say so', async () => {
      const settings = await under.newDatabase();
      const db = await withLaterMigration(settings, null);
      await db.schema.createTable('later').addColumn('id', 'integer').execute();
      await db.destroy();
      const later = await inspect(settings);
      const database = watchedDatabase(settings);
      await database.start();
      expect(database.taxYears()).toHaveLength(8);
      expect(database.log.lines.join()).toContain('still serve this one');
      await database.close();
      expect((await inspect(settings)).history).toEqual(later.history);
    });

    it('refuse the tables of a newer program that has taken something away, and leave them alone', async () => {
      const settings = await under.newDatabase();
      await (await withLaterMigration(settings, migrations.length + 1)).destroy();
      const later = await inspect(settings);
      const refused = watchedDatabase(settings);
      await expect(refused.start()).rejects.toThrow(NewerSchema);
      await expect(refused.start()).rejects.toThrow(/newer tax-server .* Install the newer program/);
      await refused.close();
      expect(await inspect(settings)).toEqual(later);
    });
  });
}
