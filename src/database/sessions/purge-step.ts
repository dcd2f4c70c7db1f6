import type { Kysely } from 'kysely';
import type { PurgeStep } from '../../model/sessions.ts';
import type { Schema } from '../schema.ts';
import { type ExpiredSession, PURGED_SIMULATIONS, type sessionQueries } from './session-queries.ts';

type Queries = ReturnType<typeof sessionQueries>;

/** Deletes expired sessions with their simulations, up to the limit of a step; of a huge session, a part. */
export async function purgeStep(db: Kysely<Schema>, queries: Queries, now: number): Promise<PurgeStep> {
  const expired = (await queries.expired(db, { now })).rows;
  const [first] = expired;
  if (!first) return { sessions: 0, more: false };
  if (first.last_simulation_id > PURGED_SIMULATIONS && (await trim(queries, first.session_key))) {
    return { sessions: 0, more: true };
  }
  const keys = stepOf(expired).map((session) => session.session_key);
  await queries.deleteExpired(keys, now).execute();
  return { sessions: keys.length, more: true };
}

/** Deletes the oldest simulations of a session; false when the rest fits into one step. */
async function trim(queries: Queries, key: string): Promise<boolean> {
  const left = await queries.firstLeft(key).executeTakeFirst();
  if (left) await queries.deleteBefore(key, left.id).execute();
  return left !== undefined;
}

/** The first session, and the following ones that fit into the same step. */
function stepOf(expired: readonly ExpiredSession[]): readonly ExpiredSession[] {
  let simulations = 0;
  const end = expired.findIndex(({ last_simulation_id }, index) => {
    simulations += last_simulation_id;
    return index > 0 && simulations > PURGED_SIMULATIONS;
  });
  return end < 0 ? expired : expired.slice(0, end);
}
