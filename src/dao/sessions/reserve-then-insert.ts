import type { AddSimulations, Explanation, UnnumberedRow } from '../dialect.ts';
import type { SimulationRow } from '../schema.ts';

interface Steps {
  /** Moves the counter of the session on by `count` and answers it; null when there is no such session. */
  reserve(sessionKey: string, count: number): Promise<number | null>;
  insert(rows: readonly SimulationRow[]): Promise<unknown>;
  explain(error: unknown): Explanation | null;
}

/**
 * Two statements, each atomic by itself, instead of a transaction: nobody holds a lock while waiting for us.
 * A process that ends in between leaves ids unused, which is as good as a deletion.
 */
export function reserveThenInsert({ reserve, insert, explain }: Steps): AddSimulations {
  return async (sessionKey, rows) => {
    const lastId = await reserve(sessionKey, rows.length);
    if (lastId === null) return null;
    try {
      await insert(numbered(sessionKey, rows, lastId));
    } catch (error) {
      if (explain(error)?.kind === 'missing-parent') return null;
      throw error;
    }
    return lastId;
  };
}

function numbered(sessionKey: string, rows: readonly UnnumberedRow[], lastId: number): SimulationRow[] {
  const firstId = lastId - rows.length + 1;
  return rows.map((row, index) => ({ ...row, session_key: sessionKey, id: firstId + index }));
}
