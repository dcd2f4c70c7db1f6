import { sql } from 'kysely';
import { type AddCounts, addStatement, type UpsertWords } from '../counts/add-statement.ts';
import type { CountRow } from '../schema.ts';

/** Assignments follow each other: when the end is decided on, the value is the new one. */
const words: UpsertWords = {
  onConflict: sql`on duplicate key update`,
  proposed: (column) => sql`values(${sql.ref(column)})`,
  valueBefore: sql`(${sql.ref('shared_counts.value')} - values(${sql.ref('value')}))`,
};

const SYNTAX_ERROR = 'ER_PARSE_ERROR';

/**
 * MariaDB answers the upsert with the rows as they are then. MySQL cannot: there a second statement reads them, and may see what
 * others have added in between, so that a count is never taken for lower than it is.
 */
export function addingCounts(returnsRows = true): AddCounts {
  let mayReturn = returnsRows;

  return async (db, additions, now) => {
    const statement = addStatement(additions, now, words);
    if (mayReturn) {
      try {
        return (await sql<CountRow>`${statement} returning name, value, ends_at`.execute(db)).rows;
      } catch (error) {
        if ((error as { code?: unknown }).code !== SYNTAX_ERROR) throw error;
        mayReturn = false;
      }
    }
    await statement.execute(db);
    const names = additions.map(({ name }) => name);
    return await db.selectFrom('shared_counts').selectAll().where('name', 'in', names).execute();
  };
}
