import { randomBytes } from 'node:crypto';
import type { Config } from '../../config/config-schema.ts';
import type { Database } from '../../dao/database.ts';
import { memorySessionStore } from '../../dao/memory/session-store.ts';
import { purgeRegularly } from '../../dao/sessions/purge.ts';
import type { OpenLog } from '../../operations/log.ts';
import type { Readings } from '../../operations/metrics/exposition.ts';
import { createMeters } from '../../operations/metrics/meters.ts';
import type { SignIn } from '../../users/sign-in.ts';
import type { SessionStore } from '../../web/ports.ts';
import type { Health, WebServices } from '../../web/services.ts';
import { components } from './components.ts';
import { meteredSignIn } from './metered-sign-in.ts';
import { metricsService } from './metrics-service.ts';
import type { TaxService } from './tax-service.ts';

interface Parts {
  readonly config: Config;
  readonly database: Database;
  readonly tax: TaxService;
  readonly signIn: SignIn;
  readonly log: OpenLog;
  readonly version: string;
  readonly commit: string;
  readonly installation: string;
  readonly isStopping: () => boolean;
  readonly alert: (text: string) => void;
}

const RETRY_AFTER_SECONDS = 5;

/** Plugs the layers into what the web layer declares that it needs. */
export function webServices(parts: Parts): WebServices {
  const { config, database, tax, signIn, log, alert } = parts;
  const isInMemory = config.session.store === 'memory';
  const sessions = isInMemory ? sessionsInMemory(parts) : database.sessions;
  const meters = createMeters();
  const ownName = randomBytes(4).toString('hex');
  return {
    sessions,
    signIn: meteredSignIn(signIn, meters),
    meters,
    metrics: metricsService({ meters, readings: () => readings(parts), build: buildLabels(parts) }),
    log,
    alert,
    tax: tax.office,
    defaultIncomeYear: tax.defaultIncomeYear,
    cookieName: () =>
      `tax_session_${isInMemory ? ownName : (database.installationId?.slice(0, 8) ?? ownName)}`,
    // Sessions in memory need the database for the tax years alone, and those stay known through an outage.
    unavailableFor: () =>
      database.state === 'available' || (isInMemory && database.state !== 'starting')
        ? null
        : RETRY_AFTER_SECONDS,
    health: () => health(parts),
  };
}

function sessionsInMemory({ config, log }: Parts): SessionStore {
  const store = memorySessionStore(config.session, Date.now);
  purgeRegularly(store, log);
  return store;
}

function health(parts: Parts): Health {
  const { database, version, commit, installation, isStopping } = parts;
  const isUp = database.state === 'available' && !isStopping();
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
  return { components: Object.fromEntries(states), pool: parts.database.poolUse() };
}

function buildLabels({ config, version, commit }: Parts): Readonly<Record<string, string>> {
  return { version, commit, database: config.database.kind, session_store: config.session.store };
}
