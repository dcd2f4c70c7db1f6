import { type Kysely, type RawBuilder, sql } from 'kysely';
import type { Addition } from '../../model/shared-counts.ts';
import type { CountRow, Schema } from '../schema.ts';

/** Adds to counts in one step; answers their rows, in any order. */
export type AddCounts = (
  db: Kysely<Schema>,
  additions: readonly Addition[],
  now: number,
) => Promise<readonly CountRow[]>;

/** What the dialects say differently of a row that is there already. */
export interface UpsertWords {
  /** What stands between the new rows and the changes of those that are there. */
  readonly onConflict: RawBuilder<unknown>;
  /** What would have been inserted. */
  readonly proposed: (column: 'value' | 'ends_at') => RawBuilder<unknown>;
  /** The value before the addition, once the column has its new one or not. */
  readonly valueBefore: RawBuilder<unknown>;
}

const VALUE = sql.ref('shared_counts.value');
const ENDS_AT = sql.ref('shared_counts.ends_at');
const NAME = sql.ref('shared_counts.name');

/**
 * One upsert for all additions; in one order, against deadlocks. The value is written before the end, which where
 * assignments follow each other (MySQL) decides on what they see.
 */
export function addStatement(
  additions: readonly Addition[],
  now: number,
  { onConflict, proposed, valueBefore }: UpsertWords,
): RawBuilder<unknown> {
  const rows = additions
    .toSorted((one, other) => (one.name < other.name ? -1 : 1))
    .map((addition) => {
      const end = now + durationOf(addition);
      return sql`(${addition.name}, ${sql.lit(addition.amount)}, ${sql.lit(end)})`;
    });
  const hasEnded = sql`${ENDS_AT} <= ${sql.lit(now)}`;
  const valueAfter = sql`${valueBefore} + ${proposed('value')}`;
  const blocks = additions.flatMap(({ name, block }) =>
    block
      ? sql`when ${NAME} = ${name} and ${valueBefore} < ${sql.lit(block.at)} and ${valueAfter} >= ${sql.lit(block.at)}
          then ${sql.lit(now + block.milliseconds)}`
      : [],
  );
  return sql`
    insert into shared_counts (name, value, ends_at) values ${sql.join(rows)} ${onConflict}
      value = case when ${hasEnded} then ${proposed('value')} else ${VALUE} + ${proposed('value')} end,
      ends_at = case when ${hasEnded} then ${proposed('ends_at')} ${sql.join(blocks, sql` `)} else ${ENDS_AT} end`;
}

/** Milliseconds from the first addition, which may reach the block by itself. */
function durationOf({ amount, window, block }: Addition): number {
  return block && amount >= block.at ? block.milliseconds : window;
}
