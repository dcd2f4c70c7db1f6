import { setImmediate as nextTurn } from 'node:timers/promises';
import type { PurgeableSessionStore } from '../../model/sessions.ts';
import type { Log } from '../database-settings.ts';
import { logTexts } from '../log-texts.ts';
import { every } from '../schedule.ts';

const PURGE_EVERY = 60_000;

/**
 * Forgets expired sessions once a minute, step by step so that requests come in between, and before them what else has ended.
 * Answers how to stop.
 */
export function purgeRegularly(
  store: Pick<PurgeableSessionStore, 'purge'>,
  log: Log,
  purgeOthers: () => Promise<void> = async () => undefined,
): () => void {
  const purge = async () => {
    await purgeOthers();
    await purgeAll(store, log);
  };
  return every(PURGE_EVERY, purge, log);
}

async function purgeAll(store: Pick<PurgeableSessionStore, 'purge'>, log: Log): Promise<void> {
  let purged = 0;
  for (let more = true; more; await nextTurn()) {
    const step = await store.purge();
    purged += step.sessions;
    more = step.more;
  }
  if (purged > 0) log.info(logTexts.forgotten(purged));
}
