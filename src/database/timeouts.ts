/** Milliseconds to connect or to get a connection of the pool. */
export const CONNECT_TIMEOUT = 2_500;
/** Milliseconds for one statement. */
export const STATEMENT_TIMEOUT = 2_500;
/** Milliseconds for a row lock; MySQL counts whole seconds. */
export const LOCK_TIMEOUT = 2_000;
/** Milliseconds after which an outage is noticed that no request meets. */
export const POLL_EVERY = 5_000;
/** Milliseconds after which an unused connection is given back. */
export const IDLE_TIMEOUT = 60_000;
