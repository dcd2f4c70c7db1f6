import { databaseServers } from '../test/end-to-end/support/database-servers.ts';
import { ADMIN, startServer } from '../test/end-to-end/support/tax-server.ts';
import { requestsPerSecond, signedInCookie } from './http.ts';
import type { Row } from './row.ts';
import { median } from './statistics.ts';

const ROUNDS = 3;
const TARGET = 0.4;

interface Candidate {
  readonly name: string;
  readonly url: string;
  readonly cookie: string;
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
  try {
    for (let round = 0; round < ROUNDS; round += 1) {
      for (const { url, cookie, rates } of candidates) {
        rates.push(await requestsPerSecond(`${url}/calculer-impot`, cookie));
      }
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

async function startOn(name: string, database: object, stopServer: () => Promise<void>): Promise<Candidate> {
  const server = await startServer({ config: { database, users: [ADMIN] } });
  const url = `${server.origin}/do`;
  return {
    name,
    url,
    cookie: await signedInCookie(url),
    rates: [],
    async stop() {
      await server.stop();
      await stopServer();
    },
  };
}
