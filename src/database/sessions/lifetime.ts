import type { SessionLifetime } from '../database-settings.ts';

const MINUTE = 60_000;

/** The rules of expiry. Times are milliseconds since 1970. */
export interface Expiry {
  /** When a session created at `createdAt` and used `now` ends, if it is not used again. */
  at(createdAt: number, now: number): number;
  /** Whether to store the use at `now`: at most once a minute, to spare the database. */
  isWorthWriting(lastSeenAt: number, now: number): boolean;
}

/** Idle expiry within the absolute one. Short idle times are stored more often, so that no session ends early. */
export function expiryRules({ idle_minutes, absolute_hours }: SessionLifetime): Expiry {
  const idle = idle_minutes * MINUTE;
  const absolute = absolute_hours * 60 * MINUTE;
  const writeEvery = Math.min(MINUTE, idle / 10);
  return {
    at: (createdAt, now) => Math.min(now + idle, createdAt + absolute),
    isWorthWriting: (lastSeenAt, now) => now - lastSeenAt >= writeEvery,
  };
}
