import autocannon from 'autocannon';
import { ContractClient } from '../test/end-to-end/support/contract-client.ts';
import type { Row } from './row.ts';
import { startBaseline, startTaxServer } from './servers.ts';
import { median } from './statistics.ts';

const CONNECTIONS = 20;
const SECONDS = 4;
const ROUNDS = 3;
const TARGET = 0.5;

const form = 'mari%C3%A9=oui&enfants=2&salaire=55555';

/** Requests per second of `calculer-impot` in a signed-in JSON session kept in SQLite, against a bare Express route. */
export async function httpBench(): Promise<Row[]> {
  const baseline = await startBaseline();
  const ours = await startTaxServer();
  try {
    const cookie = await signedInCookie(ours.url);
    const rates = { baseline: [] as number[], ours: [] as number[] };
    for (let round = 0; round < ROUNDS; round += 1) {
      rates.baseline.push(await requestsPerSecond(`${baseline.url}/calculer-impot`, ''));
      rates.ours.push(await requestsPerSecond(`${ours.url}/calculer-impot`, cookie));
    }
    const [bare, served] = [median(rates.baseline), median(rates.ours)];
    return [
      {
        name: 'HTTP: bare Express route',
        value: `${Math.round(bare)} req/s`,
        ratio: '1',
        target: '',
        ok: true,
      },
      {
        name: 'HTTP: calculer-impot, JSON, SQLite',
        value: `${Math.round(served)} req/s`,
        ratio: (served / bare).toFixed(2),
        target: `>= ${TARGET}`,
        ok: served / bare >= TARGET,
      },
    ];
  } finally {
    await baseline.stop();
    await ours.stop();
  }
}

/** The session cookie of a signed-in JSON session. */
export async function signedInCookie(url: string): Promise<string> {
  const client = new ContractClient(url, { tokens: false });
  await client.start('json');
  const { status } = await client.login();
  if (status !== 200) throw new Error(`sign-in failed: ${status}`);
  return client.cookieHeader();
}

async function requestsPerSecond(url: string, cookie: string): Promise<number> {
  const result = await autocannon({
    url,
    connections: CONNECTIONS,
    duration: SECONDS,
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded', ...(cookie && { cookie }) },
    body: form,
  });
  if (result.non2xx > 0 || result.errors > 0) {
    throw new Error(`${url}: ${result.non2xx} refused, ${result.errors} failed`);
  }
  return result.requests.average;
}
