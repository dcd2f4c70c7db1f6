import { ContractClient } from '../test/end-to-end/support/contract-client.ts';
import { comparedRows, load, type Served } from './load.ts';
import type { Row } from './row.ts';
import { startBaseline, startTaxServer } from './servers.ts';

const SECONDS = 4;
const ROUNDS = 5;
const TARGETS = { perSecond: 0.5, processor: 2 };

const FORM = 'application/x-www-form-urlencoded';
const body = 'mari%C3%A9=oui&enfants=2&salaire=55555';

/** `calculer-impot` in a signed-in JSON session kept in SQLite, against a bare Express route. */
export async function httpBench(): Promise<Row[]> {
  const baseline = await startBaseline();
  const ours = await startTaxServer();
  try {
    const headers = { 'content-type': FORM };
    const bare = { url: `${baseline.url}/calculer-impot`, headers, body };
    // A session of its own each time: what one keeps has a bound.
    const own = async () => ({
      url: `${ours.url}/calculer-impot`,
      headers: { ...headers, cookie: await signedInCookie(ours.url) },
      body,
    });
    const rounds = { bare: [] as Served[], own: [] as Served[] };
    // What a server that has run for a while does is measured, not how fast Node compiles.
    await load(baseline, bare, SECONDS);
    await load(ours, await own(), SECONDS);
    for (let round = 0; round < ROUNDS; round += 1) {
      rounds.bare.push(await load(baseline, bare, SECONDS));
      rounds.own.push(await load(ours, await own(), SECONDS));
    }
    return comparedRows(
      {
        base: { name: 'HTTP: bare Express route', rounds: rounds.bare },
        own: { name: 'HTTP: calculer-impot, JSON, SQLite', rounds: rounds.own },
      },
      TARGETS,
    );
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
