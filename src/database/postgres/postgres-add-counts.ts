import { sql } from 'kysely';
import { type AddCounts, addStatement, type UpsertWords } from '../counts/add-statement.ts';
import type { CountRow } from '../schema.ts';

const words: UpsertWords = {
  onConflict: sql`on conflict (name) do update set`,
  proposed: (column) => sql.ref(`excluded.${column}`),
  valueBefore: sql.ref('shared_counts.value'),
};

/** The upsert answers with the rows as they are then. */
export const addCounts: AddCounts = async (db, additions, now) =>
  (await sql<CountRow>`${addStatement(additions, now, words)} returning name, value, ends_at`.execute(db))
    .rows;
