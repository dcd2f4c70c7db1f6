import autocannon from 'autocannon';
import { databaseServers } from '../test/end-to-end/support/database-servers.ts';
import { startPgbouncer } from '../test/end-to-end/support/pgbouncer.ts';
import { startPostgres } from '../test/end-to-end/support/postgres.ts';
import { ADMIN, startServer } from '../test/end-to-end/support/tax-server.ts';
import { signedInCookie } from './http.ts';
import type { Row } from './row.ts';
import { median } from './statistics.ts';

const CONNECTIONS = 20;
const SECONDS = 4;
const ROUNDS = 3;
const TARGET = 0.4;

interface Candidate {
  readonly name: string;
  readonly url: string;
  /** One session for each connection. */
  readonly cookies: readonly string[];
  readonly rates: number[];
  stop(): Promise<unknown>;
}

/**
 * Requests per second of `calculer-impot` by database, all on this machine and as durable as SQLite here: safe against
 * the end of any process, not against the end of the power.
 */
export async function databasesBench(): Promise<Row[]> {
  const candidates = [await startOn('sqlite', { kind: 'sqlite' }, async () => {})];
  for (const { name, start } of databaseServers) {
    const server = await start();
    candidates.push(await startOn(name, await server.createDatabase(), () => server.stop()));
  }
  candidates.push(await startBehindPgbouncer());
  try {
    for (let round = 0; round < ROUNDS; round += 1) {
      for (const candidate of candidates) candidate.rates.push(await requestsPerSecond(candidate));
    }
  } finally {
    for (const { stop } of candidates) await stop();
  }
  const sqlite = median(candidates[0]?.rates ?? []);
  return candidates.map(({ name, rates }) => {
    const ratio = median(rates) / sqlite;
    return {
      name: `HTTP: calculer-impot, JSON, ${name}`,
      value: `${Math.round(median(rates))} req/s`,
      ratio: ratio.toFixed(2),
      target: name === 'sqlite' ? '' : `>= ${TARGET}`,
      ok: ratio >= TARGET,
    };
  });
}

/** Fewer connections to PostgreSQL than there are clients, each for one transaction. */
async function startBehindPgbouncer(): Promise<Candidate> {
  const postgres = await startPostgres();
  const pgbouncer = await startPgbouncer(await postgres.createDatabase(), 'transaction', 10);
  return startOn('postgres, PgBouncer', pgbouncer.settings, async () => {
    await pgbouncer.stop();
    await postgres.stop();
  });
}

async function startOn(name: string, database: object, stopServer: () => Promise<void>): Promise<Candidate> {
  const server = await startServer({ config: { database, users: [ADMIN] } });
  const url = `${server.origin}/do`;
  const cookies: string[] = [];
  for (let session = 0; session < CONNECTIONS; session += 1) cookies.push(await signedInCookie(url));
  return {
    name,
    url: `${url}/calculer-impot`,
    cookies,
    rates: [],
    async stop() {
      await server.stop();
      await stopServer();
    },
  };
}

async function requestsPerSecond({ name, url, cookies }: Candidate): Promise<number> {
  const headers = { 'content-type': 'application/x-www-form-urlencoded' };
  let clients = 0;
  const result = await autocannon({
    url,
    connections: CONNECTIONS,
    duration: SECONDS,
    method: 'POST',
    headers,
    body: 'mari%C3%A9=oui&enfants=2&salaire=55555',
    setupClient(client) {
      client.setHeaders({ ...headers, cookie: cookies[clients++ % CONNECTIONS] ?? '' });
    },
  });
  if (result.non2xx > 0 || result.errors > 0) {
    throw new Error(`${name}: ${result.non2xx} refused, ${result.errors} failed`);
  }
  return result.requests.average;
}
