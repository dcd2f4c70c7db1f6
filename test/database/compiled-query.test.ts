import { Kysely } from 'kysely';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { precompile, prepare, statementName } from '../../src/database/compiled-query.ts';
import type { InstallationRow, Schema } from '../../src/database/schema.ts';
import { createDialect } from '../../src/database/sqlite/sqlite-dialect.ts';
import { temporaryFolder } from './support/databases.ts';

const folder = temporaryFolder();
let db: Kysely<Schema>;

beforeAll(async () => {
  const { kysely } = createDialect({ kind: 'sqlite', file: `${folder.path}/x.db`, startup_timeout: 1 });
  db = new Kysely<Schema>({ dialect: kysely });
  await db.schema
    .createTable('installation')
    .addColumn('id', 'integer')
    .addColumn('installation_id', 'text')
    .execute();
  for (const id of [1, 2, 3]) {
    await db
      .insertInto('installation')
      .values({ id, installation_id: `number ${id}` } as InstallationRow)
      .execute();
  }
});
afterAll(async () => {
  await db.destroy();
  folder.remove();
});

it('runs with the values of each call, wherever and however often they stand', async () => {
  const query = prepare<{ low: number; high: number }, InstallationRow>((value) =>
    db
      .selectFrom('installation')
      .selectAll()
      .where('id', '>=', value('low'))
      .where('id', '<=', value('high'))
      .where((where) =>
        where.or([where('id', '=', value('high')), where('installation_id', '=', 'number 1')]),
      ),
  );
  const ids = async (low: number, high: number) => (await query(db, { low, high })).rows.map(({ id }) => id);
  expect(await ids(1, 3)).toEqual([1, 3]);
  expect(await ids(2, 2)).toEqual([2]);
});

it('fills values in without changing the query, and names its statement', () => {
  const query = precompile<{ id: number }, InstallationRow>((value) =>
    db.selectFrom('installation').selectAll().where('id', '=', value('id')),
  );
  expect(query({ id: 1 }).parameters).toEqual([1]);
  expect(query({ id: 2 }).parameters).toEqual([2]);
  expect(query({ id: 2 }).sql).toBe(query({ id: 1 }).sql);
  expect(statementName(query({ id: 1 }).sql)).toMatch(/^tax_server_\d+$/);
  expect(statementName('select 1')).toBeUndefined();
});
