import { randomBytes } from 'node:crypto';
import type { Config } from '../config/config-schema.ts';
import type { Database } from '../database/database.ts';
import type { FileJobs } from '../model/file-jobs.ts';
import type { RequestLog } from '../model/request-log.ts';
import type { ApiAccess, SignIn } from '../model/sign-in.ts';
import type { Health, WebServices } from '../model/web-services.ts';
import type { Audit } from '../operations/audit.ts';
import type { OpenLog } from '../operations/log.ts';
import type { Readings } from '../operations/metrics/exposition.ts';
import type { Metrics } from '../operations/metrics/server-metrics.ts';
import { createApiTokens } from '../users/api-tokens.ts';
import { rememberSignIns } from '../users/remembered-sign-ins.ts';
import { createRequestLimiter } from '../users/request-limiter.ts';
import { createSharedRequestLimiter } from '../users/shared-request-limiter.ts';
import { strangerCookies } from '../web/contract/sessions/signed-cookies.ts';
import { limits } from '../web/http/limits.ts';
import { auditedSignIn } from './audited-sign-in.ts';
import { calculatorsWithMetrics } from './calculator-metrics.ts';
import { components } from './components.ts';
import { metricsService } from './metrics-service.ts';
import type { SessionService } from './session-service.ts';
import type { TaxService } from './tax-service.ts';

interface Parts {
  readonly config: Config;
  readonly database: Database;
  readonly sessions: SessionService;
  readonly tax: TaxService;
  readonly signIn: SignIn;
  readonly files: FileJobs;
  readonly spool: WebServices['spool'];
  readonly log: OpenLog;
  readonly requestLog: RequestLog;
  readonly audit: Audit;
  readonly metrics: Metrics;
  readonly version: string;
  readonly commit: string;
  readonly installation: string;
  readonly isStopping: () => boolean;
  readonly mailAdmin: (text: string) => void;
}

const RETRY_AFTER_SECONDS = 5;

/** Connects the layers to the interfaces that the web declares. */
export function webServices(parts: Parts): WebServices {
  const { database, sessions, tax, signIn, files, spool, metrics, requestLog: log, mailAdmin } = parts;
  const audit = webAudit(parts.audit);
  const audited = auditedSignIn(signIn, { metrics, audit });
  const ownName = randomBytes(4).toString('hex');
  return {
    sessions: sessions.store,
    strangers: strangers(parts),
    signIn: audited,
    audit,
    files,
    spool,
    metrics,
    metricsText: metricsService({ metrics, readings: () => readings(parts), build: buildLabels(parts) }),
    countStranger: requestLimiter(parts, 'strangers', limits.strangerRequests),
    apiAccess: apiAccess(parts, audited),
    log,
    mailAdmin,
    tax: tax.calculator,
    taxBy: tax.calculatorBy,
    defaultIncomeYear: tax.defaultIncomeYear,
    batchCalculators: calculatorsWithMetrics(tax, 'batch', metrics),
    cookieName: () =>
      `tax_session_${sessions.isShared ? (database.installationId?.slice(0, 8) ?? ownName) : ownName}`,
    // Apart from sessions, the database is needed only for the tax years, which stay known during an outage.
    retryAfter: () =>
      sessions.state === 'available' && database.state !== 'starting' ? null : RETRY_AFTER_SECONDS,
    downDependency: () => (database.state === 'starting' ? 'database' : sessions.keptIn),
    version: parts.version,
    health: () => health(parts),
  };
}

function strangers({ config: { session }, database }: Parts): WebServices['strangers'] {
  return strangerCookies({
    key: () => database.strangerKey(),
    idleMinutes: Math.min(session.idle_minutes, session.absolute_hours * 60),
    clock: Date.now,
  });
}

/** Clients are recorded by their address and the id of their request. */
function webAudit(audit: Audit): WebServices['audit'] {
  return ({ client: { address, requestId: request }, ...entry }) =>
    audit.record({ ...entry, address, request });
}

/** Counts for all instances where they share a store. */
function requestLimiter({ sessions: { counts } }: Parts, scope: string, limit: number): ApiAccess['count'] {
  return counts ? createSharedRequestLimiter(limit, scope, counts) : createRequestLimiter(limit);
}

function apiAccess(parts: Parts, signIn: SignIn): ApiAccess {
  const { config } = parts;
  return {
    checkToken: createApiTokens(config.api_tokens, Date.now),
    attempt: rememberSignIns(signIn, () => performance.now()),
    count: requestLimiter(parts, 'api', config.api_rate_limit),
  };
}

function health(parts: Parts): Health {
  const { database, version, commit, installation, isStopping } = parts;
  const isUp = database.state === 'available' && parts.sessions.state === 'available' && !isStopping();
  return {
    status: isUp ? 'up' : 'down',
    application: 'tax-server',
    version,
    ...(commit !== '' && { commit }),
    installation,
    server: isStopping() ? 'stopping' : 'running',
    database: database.state,
    components: components(parts),
    uptime_seconds: Math.floor(performance.now() / 1000),
  };
}

function readings(parts: Parts): Readings {
  const states = Object.entries(components(parts)).map(([name, { status }]) => [name, status === 'up']);
  return {
    components: Object.fromEntries(states),
    pool: parts.database.poolUse(),
    lostLines: { log: parts.log.lostLines, audit: parts.audit.lostLines },
  };
}

function buildLabels({ config, version, commit }: Parts): Readonly<Record<string, string>> {
  return { version, commit, database: config.database.kind, session_store: config.session.store };
}
