import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DatabaseRefused } from '../../../src/database/database-errors.ts';
import type { HostSettings } from '../../../src/database/hosts.ts';
import { shippedTaxYears } from '../../../src/database/tax-years/shipped-tax-years.ts';
import { type WatchedDatabase, watchedDatabase } from '../../database/support/databases.ts';
import type { DatabaseServer } from '../support/database-server.ts';
import { databaseServers } from '../support/database-servers.ts';
import { originals } from './original-databases.ts';

describe.each(databaseServers)("the earlier application's database: $name", ({ name, start }) => {
  let server: DatabaseServer;
  let settings: HostSettings;

  beforeAll(async () => {
    server = await start();
  });
  afterAll(() => server?.stop());

  const run = (...statements: string[]) => server.run(settings.name, ...statements);

  /** A new database as the earlier application left it, owned by the user of the settings. */
  async function original(...changes: string[]): Promise<void> {
    settings = await server.createDatabase();
    await run(...(originals[name] ?? []));
    if (name === 'postgres') await run(`alter table tbtranches owner to ${settings.user}`);
    if (name === 'postgres') await run(`alter table tbconstantes owner to ${settings.user}`);
    if (changes.length > 0) await run(...changes);
  }

  async function imported(): Promise<WatchedDatabase> {
    const database = watchedDatabase(settings);
    await database.start();
    await database.close();
    return database;
  }

  it('becomes income year 2018 in place, with the exact values', async () => {
    await original();
    const before = await run('select * from tbtranches order by id');
    const database = await imported();
    expect(database.taxYears()).toEqual(shippedTaxYears());
    const rows = await run("select * from tbtranches where scale = 'course' order by id");
    expect(rows.map(({ id }) => id)).toEqual(before.map(({ id }) => id));
    expect(rows).toMatchObject([
      { income_year: 2018, limite: 9964, coeffr: 0, coeffn: 0 },
      { income_year: 2018, limite: 27519, coeffr: 0.14, coeffn: 1394.96 },
      { income_year: 2018, limite: 73779, coeffr: 0.3, coeffn: 5798 },
      { income_year: 2018, limite: 156244, coeffr: 0.41, coeffn: 13913.69 },
      { income_year: 2018, limite: 0, coeffr: 0.45, coeffn: 20163.45 },
    ]);
    expect(await run('select * from tbconstantes where id = 1')).toMatchObject([
      { income_year: 2018, plafond_qf_demi_part: 1551, abattement_dixpourcent_max: 12502 },
    ]);
    expect(database.log.lines.join('\n')).toContain(
      'table tbtranches of the earlier application is imported',
    );
  });

  it('says which values were single precision', async () => {
    await original();
    const { log } = await imported();
    const restored = log.lines.filter((line) => line.includes('single precision'));
    expect(restored.length).toBe(name === 'mysql' ? 7 : 0);
    if (name === 'mysql')
      expect(restored.join('\n')).toMatch(/coeffn of row 4 was 13913\.\d+ .* is now 13913\.69/);
  });

  it('keeps values that somebody has corrected, and widens their columns', async () => {
    await original('update tbconstantes set plafond_decote_couple = 1971.5');
    const [year2018] = (await imported()).taxYears();
    expect(year2018?.legacy).toMatchObject({ decoteMaxCouple: 1971.5, decoteMaxSingle: 1196 });
    const types = await run(
      `select distinct data_type as type from information_schema.columns
       where table_name in ('tbtranches', 'tbconstantes') and column_name in ('coeffn', 'abattement_dixpourcent_max')
       and table_schema in ('public', '${settings.name}')`,
    );
    expect(types).toEqual([{ type: name === 'mysql' ? 'double' : 'double precision' }]);
  });

  it('is imported once', async () => {
    await original();
    await imported();
    const before = await run('select * from tbtranches order by id');
    const { log } = await imported();
    expect(await run('select * from tbtranches order by id')).toEqual(before);
    expect(log.lines.join('\n')).not.toContain('is imported');
  });

  it('that was never filled gets the shipped values', async () => {
    await original('delete from tbtranches', 'delete from tbconstantes');
    expect((await imported()).taxYears()).toEqual(shippedTaxYears());
  });

  it('of another version, with other columns, is left alone', async () => {
    await original('alter table tbtranches rename column coeffn to coeffN_2');
    const before = await run('select * from tbtranches order by id');
    await expect(imported()).rejects.toThrow(
      /table tbtranches is not the earlier application's: it lacks coeffn\. Rename/,
    );
    expect(await run('select * from tbtranches order by id')).toEqual(before);
  });

  it('that may not be altered is refused with the statement to run, which then does', async () => {
    await original();
    await forbidAlteration();
    const refusal = await imported().then(
      () => null,
      (error: Error) => error,
    );
    expect(refusal).toBeInstanceOf(DatabaseRefused);
    expect(refusal?.message).toContain('lacks a right');
    const [statement] = /alter table \S*tbtranches\S* .*(?=;)/.exec(refusal?.message ?? '') ?? [];
    expect(statement).toContain('income_year');
    await run(statement ?? '');
    await expect(imported()).rejects.toThrow(/alter table \S*tbconstantes/);
  });

  /** The user may do everything but change the two tables. */
  async function forbidAlteration(): Promise<void> {
    const { user, name: database } = settings;
    if (name === 'postgres') {
      for (const table of ['tbtranches', 'tbconstantes']) {
        await run(`alter table ${table} owner to admin`, `grant all on ${table} to ${user}`);
      }
    } else {
      await run(
        `revoke all on \`${database}\`.* from ${user}`,
        `grant select, insert, update, delete, create, references, index on \`${database}\`.* to ${user}`,
      );
    }
  }
});
