import type { Kysely } from 'kysely';
import { NewerSchema } from '../database-errors.ts';
import { logTexts } from '../log-texts.ts';
import type { Schema } from '../schema.ts';
import type { Migration, MigrationContext } from './migration.ts';
import { migrations as known } from './migrations.ts';

/**
 * Updates the tables to this program's version. Any number of instances may do so at once: one works, the others wait.
 * Tables of a later program are used as they are, as long as it has only added to them.
 *
 * @throws NewerSchema when a later program has removed what this one uses.
 */
export async function migrate(context: MigrationContext, migrations = known): Promise<void> {
  const { db, dialect } = context;
  if ((await versionOf(context)) === migrations.length) return;
  await dialect.withMigrationLock(db, async (locked) => {
    await createHistory(locked);
    await applyPending({ ...context, db: locked }, migrations);
  });
}

async function applyPending(context: MigrationContext, migrations: readonly Migration[]): Promise<void> {
  const version = await highestVersion(context.db);
  if (version > migrations.length) return useNewer(context, version, migrations.length);
  for (const [index, migration] of migrations.entries()) {
    if (index >= version) await apply(context, migration, index + 1);
  }
}

/** @param known the version of this program */
async function useNewer(context: MigrationContext, version: number, known: number): Promise<void> {
  const { servesFrom } = await context.db
    .selectFrom('schema_migrations')
    .select(({ fn }) => fn.max('serves_from').as('servesFrom'))
    .executeTakeFirstOrThrow();
  if (Number(servesFrom ?? 0) > known) throw newerSchema(version, known, context);
  context.log.warn(logTexts.newer(version, known));
}

async function apply(context: MigrationContext, migration: Migration, version: number): Promise<void> {
  await migration.up(context);
  const { db, clock, log } = context;
  const row = { version, name: migration.name, applied_at: clock() };
  const servesFrom = migration.servesFrom === undefined ? {} : { serves_from: migration.servesFrom };
  await db
    .insertInto('schema_migrations')
    .values({ ...row, ...servesFrom })
    .execute();
  log.info(logTexts.migrated(version, migration.name));
}

async function createHistory(db: Kysely<Schema>): Promise<void> {
  await db.schema
    .createTable('schema_migrations')
    .ifNotExists()
    .addColumn('version', 'integer', (column) => column.primaryKey())
    .addColumn('name', 'varchar(100)', (column) => column.notNull())
    .addColumn('applied_at', 'bigint', (column) => column.notNull())
    .execute();
}

/** Without a lock, so that the usual start, with tables that are up to date, does not wait. */
async function versionOf({ db, dialect }: MigrationContext): Promise<number> {
  try {
    return await highestVersion(db);
  } catch (error) {
    if (dialect.explain(error)?.kind === 'missing-table') return 0;
    throw error;
  }
}

async function highestVersion(db: Kysely<Schema>): Promise<number> {
  const { version } = await db
    .selectFrom('schema_migrations')
    .select(({ fn }) => fn.max('version').as('version'))
    .executeTakeFirstOrThrow();
  return Number(version ?? 0);
}

function newerSchema(found: number, known: number, { dialect }: MigrationContext): NewerSchema {
  return new NewerSchema(
    `The tables of ${dialect.description} are those of a newer tax-server (version ${found}, this one knows ${known}). Install the newer program, or restore a backup made before it ran.`,
  );
}
