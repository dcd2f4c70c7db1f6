/** What the server needs beside itself. */
export type Dependency = 'database' | 'redis' | 'sharedFolder';

/** A dependency is down for a while: the answer is 503 with Retry-After. */
export interface Unavailable extends Error {
  readonly retryAfterSeconds: number;
  /** What is down, where it is not what keeps the sessions. */
  readonly dependency?: Dependency;
}
