import type { TaxCalculator } from '../tax/tax-calculator.ts';
import type { Method } from '../tax/tax-result.ts';
import type { Client } from './client.ts';
import type { FileJobs } from './file-jobs.ts';
import type { Metrics } from './metrics.ts';
import type { RequestLog } from './request-log.ts';
import type { SessionStore } from './sessions.ts';
import type { ApiAccess, SignIn } from './sign-in.ts';
import type { Spool } from './spool.ts';
import type { StrangerCookies } from './stranger-cookies.ts';

/** The calculators that a request can choose from. */
export interface Calculators {
  /** The calculation with the tax years as they are now; an import replaces it. */
  readonly tax: () => TaxCalculator;
  /** The same by either method, whatever is configured; null when no year has values for it. */
  readonly taxBy: (method: Method) => TaxCalculator | null;
  readonly defaultIncomeYear: () => number;
}

/** What the server serves with; `server` builds them. */
export interface WebServices extends Calculators {
  readonly sessions: SessionStore;
  readonly strangers: StrangerCookies;
  readonly signIn: SignIn;
  readonly files: FileJobs;
  readonly apiAccess: ApiAccess;
  /** Counts the requests of those who calculate without signing in. */
  readonly countStranger: ApiAccess['count'];
  /** The same calculators for batches, which have their calculations counted as such. */
  readonly batchCalculators: Calculators;
  /** Room for an answer whose client reads it later. */
  readonly spool: () => Spool;
  /** The session cookie's name (over HTTPS: after a prefix), which differs between instances on one host. */
  readonly cookieName: () => string;
  /** Null when requests can be served; else the seconds after which to try again. */
  readonly retryAfter: () => number | null;
  /** What is away when requests cannot be served. */
  readonly downDependency: () => Dependency;
  readonly version: string;
  readonly health: () => Health;
  readonly metrics: Metrics;
  /** What has been counted and measured, for Prometheus. */
  readonly metricsText: () => Promise<{ readonly contentType: string; readonly text: string }>;
  readonly log: RequestLog;
  /** For those who look later who did what. */
  readonly audit: (entry: WebAuditEntry) => void;
  /** Tells the administrator of a failure that is ours (contract §9). */
  readonly mailAdmin: (text: string) => void;
}

/** What requests cannot be served without. */
export type Dependency = 'database' | 'redis';

/** `status` says whether requests can be served; the rest is for people and monitors. */
export interface Health {
  readonly status: 'up' | 'down';
  readonly [detail: string]: unknown;
}

/** What a client did, or tried to. Never a password, a token or the id of a session. */
export interface WebAuditEntry {
  readonly event: 'sign-in' | 'one-time-link' | 'session-end' | 'api-token';
  readonly outcome: 'accepted' | 'refused' | 'paused' | 'busy' | 'abandoned' | 'done';
  /** Null for somebody without a name that we know. */
  readonly user: string | null;
  readonly client: Client;
}
