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
import type { Dependency } from './unavailable.ts';

/** The calculators for requests. */
export interface Calculators {
  /** The calculator with the current tax years; an import replaces it. */
  readonly tax: () => TaxCalculator;
  /** The calculator of either method, whatever is configured; null when no year has values for it. */
  readonly taxBy: (method: Method) => TaxCalculator | null;
  readonly defaultIncomeYear: () => number;
}

/** The services of the web; `server` builds them. */
export interface WebServices extends Calculators {
  readonly sessions: SessionStore;
  readonly strangers: StrangerCookies;
  readonly signIn: SignIn;
  readonly files: FileJobs;
  readonly apiAccess: ApiAccess;
  /** Counts the calculations of strangers. */
  readonly countStranger: ApiAccess['count'];
  /** The same calculators for batches, with their own count. */
  readonly batchCalculators: Calculators;
  /** Makes a spool for an answer that the client reads later. */
  readonly spool: () => Spool;
  /** The name of the session cookie (over HTTPS after a prefix); it differs between instances on one host. */
  readonly cookieName: () => string;
  /** Null when requests can be served; else the seconds after which to try again. */
  readonly retryAfter: () => number | null;
  /** What is down when requests cannot be served. */
  readonly downDependency: () => Dependency;
  readonly version: string;
  readonly health: () => Health;
  readonly metrics: Metrics;
  /** The metrics for Prometheus. */
  readonly metricsText: () => Promise<{ readonly contentType: string; readonly text: string }>;
  readonly log: RequestLog;
  /** Records who did what. */
  readonly audit: (entry: WebAuditEntry) => void;
  /** Reports a failure of the server to the administrator (contract §9). */
  readonly mailAdmin: (text: string) => void;
}

/** `status` says whether requests can be served; the rest is for people and monitors. */
export interface Health {
  readonly status: 'up' | 'down';
  readonly [detail: string]: unknown;
}

/** An action or attempt of a client. Never a password, a token or the id of a session. */
export interface WebAuditEntry {
  readonly event: 'sign-in' | 'one-time-link' | 'session-end' | 'api-token';
  readonly outcome: 'accepted' | 'refused' | 'paused' | 'busy' | 'abandoned' | 'done';
  /** Null when the name is unknown. */
  readonly user: string | null;
  readonly client: Client;
}
