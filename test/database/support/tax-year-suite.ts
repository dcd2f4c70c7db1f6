import { Kysely } from 'kysely';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { DatabaseSettings } from '../../../src/database/database-settings.ts';
import { loadDialect } from '../../../src/database/dialects.ts';
import type { Schema } from '../../../src/database/schema.ts';
import { shippedTaxYears } from '../../../src/database/tax-years/shipped-tax-years.ts';
import { POLL_EVERY } from '../../../src/database/timeouts.ts';
import type { TaxYearDocument } from '../../../src/tax/years/tax-year-document.ts';
import { type WatchedDatabase, watchedDatabase } from './databases.ts';

/** What every database does with the tax years. */
export function describeTaxYears(
  name: string,
  open: () => Promise<{ settings: DatabaseSettings; close: () => Promise<void> }>,
): void {
  describe(`tax years: ${name}`, () => {
    let under: Awaited<ReturnType<typeof open>>;
    let server: WatchedDatabase;
    let command: WatchedDatabase;
    const shipped = shippedTaxYears();
    const [latest] = shipped.slice(-1) as [TaxYearDocument];
    const neutralRates = latest.neutralRates.map((grid) => ({ ...grid, from: '2027-01-01' }));
    const next: TaxYearDocument = { ...latest, incomeYear: 2026, neutralRates };

    beforeAll(async () => {
      // What the server does from time to time; drivers have no use for it.
      vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
      under = await open();
      server = watchedDatabase(under.settings);
      command = watchedDatabase(under.settings);
      await server.start();
      await command.start();
    });
    afterAll(async () => {
      await Promise.all([server?.close(), command?.close()]);
      await under?.close();
      vi.useRealTimers();
    });

    const connection = async () =>
      new Kysely<Schema>({ dialect: (await loadDialect(under.settings)).kysely });

    it('are the shipped ones at first, to the last digit', () => {
      expect(shipped.map(({ incomeYear }) => incomeYear)).toEqual([
        2018, 2019, 2020, 2021, 2022, 2023, 2024, 2025,
      ]);
      expect(server.taxYears()).toEqual(shipped);
    });

    it('gain a year that is saved, with its sources and without constants that it does not have', async () => {
      await command.taxYearRepository.save(next);
      expect(command.taxYears()).toEqual([...shipped, next]);
      expect(await server.taxYearRepository.list()).toEqual([...shipped, next]);
    });

    it('change as a whole when a year is saved again', async () => {
      const [first] = shipped as [TaxYearDocument];
      const changed: TaxYearDocument = {
        ...first,
        brackets: [
          { from: 0, rate: 0 },
          { from: 12_345, rate: 0.4525 },
        ],
        modestReduction: null,
        legacy: null,
        sources: { ...first.sources, decote: [{ text: 'Décret n° 1 — « l’article »' }] },
      };
      await command.taxYearRepository.save(changed);
      expect((await server.taxYearRepository.list())[0]).toEqual(changed);
      await command.taxYearRepository.save(first);
      expect((await server.taxYearRepository.list())[0]).toEqual(first);
    });

    it('lose a year that is removed, and only that one', async () => {
      await command.taxYearRepository.remove(next.incomeYear);
      expect(command.taxYears()).toEqual(shipped);
      expect(await server.taxYearRepository.list()).toEqual(shipped);
    });

    it('stay whole when several instances save at once', async () => {
      const caps = [1000, 2000, 3000, 4000];
      await Promise.all(
        caps.map((perHalfShare, index) =>
          [server, command][index % 2]?.taxYearRepository.save({
            ...next,
            familyQuotientCap: { ...next.familyQuotientCap, perHalfShare },
            decote: { ...next.decote, maxSingle: perHalfShare, maxCouple: perHalfShare },
          }),
        ),
      );
      const saved = (await server.taxYearRepository.list()).at(-1);
      expect(saved?.decote.maxSingle).toBe(saved?.familyQuotientCap.perHalfShare);
      expect(saved?.brackets).toEqual(next.brackets);
    });

    it('are read whole while one of them is replaced', { timeout: 30_000 }, async () => {
      const versions = [10_000, 20_000].map(
        (from): TaxYearDocument => ({
          ...next,
          brackets: [...next.brackets.slice(0, 1), { from, rate: 0.5 }],
          collectionThreshold: from / 100,
        }),
      );
      await command.taxYearRepository.save(versions[0] as TaxYearDocument);
      let isReading = true;
      const replacing = (async () => {
        for (let count = 0; isReading; count++)
          await command.taxYearRepository.save(versions[count % 2] as TaxYearDocument);
      })();
      try {
        for (let reading = 0; reading < 50; reading++) {
          expect(versions).toContainEqual((await server.taxYearRepository.list()).at(-1));
        }
      } finally {
        isReading = false;
        await replacing;
      }
    });

    it('are what the documents say, and the log names the years of which the tables say something else', async () => {
      const db = await connection();
      const sql = db.updateTable('tbconstantes').set({ collection_threshold: 99 });
      await sql.where('income_year', '=', 2020).execute();
      const document = JSON.stringify({ ...next, incomeYear: 2030, return: { ...next.return, gifts: null } });
      await db.insertInto('tax_year_documents').values({ income_year: 2030, document }).execute();
      await db.insertInto('tax_year_documents').values({ income_year: 2031, document: '{"cut' }).execute();
      await db.destroy();
      const started = watchedDatabase(under.settings);
      await started.start();
      await started.close();
      const years = new Map(started.taxYears().map((year) => [year.incomeYear, year]));
      expect(years.get(2020)).toEqual(shipped[2]);
      expect(years.get(2030)).toEqual({ ...next, incomeYear: 2030, return: null, neutralRates: [] });
      expect(years.has(2031)).toBe(false);
      const lines = started.log.lines.join('\n');
      expect(lines).toMatch(/differ from tax_year_documents for the income of 2020, 2030/);
      expect(lines).toMatch(/only wages, pensions and children.*2030 in the database[\s\S]*return\.gifts/);
      expect(lines).toMatch(/The income year 2031 in the database is not a valid tax year/);
      await command.taxYearRepository.remove(2030);
      await command.taxYearRepository.remove(2031);
      await command.taxYearRepository.save(shipped[2] as TaxYearDocument);
    });

    it('are taken over by a running server within 30 seconds', async () => {
      expect(POLL_EVERY).toBeLessThanOrEqual(30_000);
      const saved: TaxYearDocument = { ...next, collectionThreshold: 77 };
      const before = server.taxYearChanges.length;
      await command.taxYearRepository.save(saved);
      await vi.advanceTimersByTimeAsync(POLL_EVERY);
      await expect.poll(() => server.taxYears().at(-1), { timeout: 10_000, interval: 5 }).toEqual(saved);
      expect(server.taxYearChanges.length).toBe(before + 1);
      expect(server.taxYearChanges.at(-1)).toEqual(server.taxYears());
    });
  });
}
