import type { PurgeableSessionStore, SessionStore } from '../../model/sessions.ts';
import type { SharedCounts } from '../../model/shared-counts.ts';
import { Availability, type DatabaseState, type StateChange, sleep } from '../availability.ts';
import { redisCounts } from '../counts/redis-counts.ts';
import { DatabaseError, DatabaseUnavailable, typedError } from '../database-errors.ts';
import type { Clock, Log, RedisSettings, SessionLifetime } from '../database-settings.ts';
import { hostsText } from '../hosts.ts';
import { logChange } from '../log-change.ts';
import { logTexts } from '../log-texts.ts';
import { every } from '../schedule.ts';
import { POLL_EVERY } from '../timeouts.ts';
import { availableSessionStore } from './available-session-store.ts';
import { expiryRules } from './lifetime.ts';
import { openClient, type RedisClient } from './redis-client.ts';
import { explainError } from './redis-errors.ts';
import { scriptRunner } from './redis-scripts.ts';
import { redisSessionStore } from './redis-session-store.ts';

export interface RedisSessionsOptions {
  readonly lifetime: SessionLifetime;
  readonly clock: Clock;
  readonly log: Log;
  /** In front of the name of everything that is kept, so that installations that share a Redis do not share sessions. */
  readonly prefix: () => string;
  /** Seconds to wait at the start. */
  readonly startupTimeout: number;
  readonly onStateChange: (change: StateChange) => void;
}

/** Sessions in Redis for as long as the server runs. Until it is there, and while it is away, calls are rejected. */
export interface RedisSessions {
  readonly state: DatabaseState;
  readonly store: SessionStore;
  readonly counts: SharedCounts;
  /**
   * Resolves when Redis is available; it stays usable through later outages.
   *
   * @throws DatabaseUnavailable or DatabaseRefused (exit code 2)
   */
  start(): Promise<void>;
  close(): void;
}

/** Milliseconds between two attempts at the start, doubled each time, and when the log says so. */
const FIRST_PAUSE = 50;
const TOLD_PAUSE = 800;
const LONGEST_PAUSE = 1_000;

/** Prepares the sessions; nothing is connected before `start`. */
export function openRedisSessions(settings: RedisSettings, options: RedisSessionsOptions): RedisSessions {
  const { lifetime, clock, log, prefix, startupTimeout, onStateChange } = options;
  const server = `Redis ${hostsText(settings)}/${settings.database}`;
  let client: RedisClient | null = null;
  let live: { readonly store: PurgeableSessionStore; readonly counts: SharedCounts } | null = null;
  let stopLooking = () => {};

  /** While there is no connection, the reason for that says more than the refusal of a command. */
  const explain = (error: unknown) =>
    explainError(client?.failure ?? error, settings) ?? explainError(error, settings);

  const availability = new Availability(
    explain,
    probe,
    (change) => {
      logChange('sessions', change, log);
      onStateChange(change);
    },
    ({ message }) => log.warn(logTexts.failed('sessions', message)),
  );

  const run = <T>(operation: (to: NonNullable<typeof live>) => Promise<T>): Promise<T> =>
    availability.run(() => {
      if (!live) throw new DatabaseUnavailable('Redis is starting.');
      return operation(live);
    });

  async function probe(): Promise<void> {
    if (client) await scriptRunner(client, prefix)(`${prefix()}probe`, 'probe');
  }

  /** Finds the outage that no request meets: nobody needs Redis who has not signed in. The state tells of it. */
  async function look(): Promise<void> {
    if (availability.state === 'available') await availability.run(probe).catch(() => undefined);
  }

  /** Tries until Redis can be used, the time is over or nobody waits any more. */
  async function awaitRedis(): Promise<void> {
    const deadline = Date.now() + startupTimeout * 1_000;
    let pause = FIRST_PAUSE;
    for (let failure = await attempt(); failure; failure = await attempt()) {
      if (availability.state === 'stopping') throw failure;
      if (Date.now() + pause > deadline) throw tooLate(failure);
      if (pause === TOLD_PAUSE) log.warn(logTexts.waiting('sessions', server, failure.message));
      await sleep(pause);
      pause = Math.min(pause * 2, LONGEST_PAUSE);
    }
    availability.enter('available');
  }

  /** The outage that keeps us from Redis, or null; any other error is thrown. */
  async function attempt(): Promise<DatabaseUnavailable | null> {
    try {
      await probe();
      return null;
    } catch (error) {
      const typed = startError(error);
      if (typed instanceof DatabaseUnavailable) return typed;
      throw typed;
    }
  }

  function startError(error: unknown): DatabaseError {
    const explanation = explain(error);
    if (explanation) return typedError(explanation.kind, explanation.message, error);
    return new DatabaseError(`${server} cannot be used: ${(error as Error).message}`, { cause: error });
  }

  function tooLate(failure: DatabaseUnavailable): DatabaseUnavailable {
    return new DatabaseUnavailable(
      `${server} could not be used within ${startupTimeout} seconds (database.startup_timeout): ${failure.message}`,
      { cause: failure },
    );
  }

  return {
    get state() {
      return availability.state;
    },
    store: availableSessionStore((operation) => run(({ store }) => operation(store))),
    counts: {
      add: (...args) => run(({ counts }) => counts.add(...args)),
      look: (...args) => run(({ counts }) => counts.look(...args)),
      forget: (...args) => run(({ counts }) => counts.forget(...args)),
    },
    async start() {
      client = openClient(settings);
      live = {
        store: redisSessionStore(client, prefix, expiryRules(lifetime), clock),
        counts: redisCounts(client, prefix),
      };
      await awaitRedis();
      stopLooking = every(POLL_EVERY, look, log);
      log.info(logTexts.using('sessions', server));
    },
    close() {
      availability.enter('stopping');
      stopLooking();
      client?.close();
    },
  };
}
