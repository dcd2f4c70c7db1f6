import { setImmediate as nextTurn } from 'node:timers/promises';
import type { PurgeableSessionStore } from '../../model/sessions.ts';
import type { Log } from '../database-settings.ts';
import { logTexts } from '../log-texts.ts';
import { every } from '../schedule.ts';

const PURGE_EVERY = 60_000;

/**
 * Forgets expired sessions once a minute, and after them what else has ended, also when the sessions could not be forgotten.
 * Step by step, so that requests come in between. Answers how to stop.
 *
 * @param purgeOthers does a step; whether there may be more
 */
export function purgeRegularly(
  store: Pick<PurgeableSessionStore, 'purge'>,
  log: Log,
  purgeOthers: () => Promise<boolean> = async () => false,
): () => void {
  const purge = async () => {
    try {
      await purgeAll(store, log);
    } finally {
      while (await purgeOthers()) await nextTurn();
    }
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
