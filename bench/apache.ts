import autocannon from 'autocannon';
import { apacheConfig, generate } from '../test/end-to-end/apache/virtual-host.ts';
import { prepareHttpd } from '../test/end-to-end/support/httpd.ts';
import { ADMIN, startServer } from '../test/end-to-end/support/tax-server.ts';
import { signedInCookie } from './http.ts';
import { latencies, quantile } from './latency.ts';
import type { Row } from './row.ts';
import { startBaseline } from './servers.ts';
import { median } from './statistics.ts';

const CONNECTIONS = 20;
const SECONDS = 3;
const ROUNDS = 5;
const TARGET = 0.6;

const REQUESTS = 5_000;

const FORM = { 'content-type': 'application/x-www-form-urlencoded' };
const BODY = 'mari%C3%A9=oui&enfants=2&salaire=55555';

/** `calculer-impot` through one httpd, by the virtual host that we generate, against a bare Express route by the same. */
export async function apacheBench(): Promise<Row[]> {
  const httpd = await prepareHttpd();
  const baseline = await startBaseline();
  const ours = await startServer({ config: { users: [ADMIN] } });
  try {
    const bare = ['--app', 'date-time', '--port', new URL(baseline.url).port, '--mount-alias', ''];
    await httpd.apply([
      generate(httpd, [ours], '--server-name', 'ours'),
      apacheConfig(httpd, [...bare, '--server-name', 'bare']),
    ]);
    const origin = `http://127.0.0.1:${httpd.httpPort}`;
    // A session of its own each round: what one keeps has a bound.
    const targets = async () => ({
      bare: { url: `${origin}/calculer-impot`, headers: { ...FORM, host: 'bare' } },
      ours: {
        url: `${origin}/do/calculer-impot`,
        headers: { ...FORM, host: 'ours', cookie: await signedInCookie(`${ours.origin}/do`) },
      },
    });
    const rates = { bare: [] as number[], ours: [] as number[] };
    const times = { bare: [] as (readonly number[])[], ours: [] as (readonly number[])[] };
    for (let round = 0; round < ROUNDS; round += 1) {
      const asked = await targets();
      for (const who of ['bare', 'ours'] as const) {
        const { url, headers } = asked[who];
        rates[who].push(await requestsPerSecond(url, headers));
        times[who].push(await latencies(url, headers, BODY, { connections: CONNECTIONS, count: REQUESTS }));
      }
    }
    return [...rateRows(rates), latencyRow(times, 'p50', 0.5), latencyRow(times, 'p99', 0.99)];
  } finally {
    await Promise.all([baseline.stop(), ours.stop()]);
    await httpd.stop();
  }
}

async function requestsPerSecond(url: string, headers: Record<string, string>): Promise<number> {
  const result = await autocannon({
    url,
    connections: CONNECTIONS,
    duration: SECONDS,
    method: 'POST',
    headers,
    body: BODY,
  });
  if (result.non2xx > 0 || result.errors > 0) {
    throw new Error(`${url}: ${result.non2xx} refused, ${result.errors} failed`);
  }
  return result.requests.average;
}

type Both<Value> = Readonly<Record<'bare' | 'ours', readonly Value[]>>;

function rateRows(rates: Both<number>): Row[] {
  const [base, own] = [median(rates.bare), median(rates.ours)];
  // Round by round: what else the machine does disturbs neighbours alike.
  const ratio = median(rates.ours.map((rate, round) => rate / (rates.bare[round] ?? Number.NaN)));
  return [
    {
      name: 'Apache: bare Express route',
      value: `${Math.round(base)} req/s`,
      ratio: '1',
      target: '',
      ok: true,
    },
    {
      name: 'Apache: calculer-impot, JSON, SQLite',
      value: `${Math.round(own)} req/s`,
      ratio: ratio.toFixed(2),
      target: `>= ${TARGET}`,
      ok: ratio >= TARGET,
    },
  ];
}

function latencyRow(times: Both<readonly number[]>, name: string, fraction: number): Row {
  const of = (rounds: readonly (readonly number[])[]) =>
    median(rounds.map((sorted) => quantile(sorted, fraction)));
  const [base, own] = [of(times.bare), of(times.ours)];
  return {
    name: `Apache: ${CONNECTIONS} connections, ${name}`,
    value: `${own.toFixed(1)} ms`,
    ratio: `${(own - base).toFixed(1)} ms added to ${base.toFixed(1)} ms`,
    target: '',
    ok: true,
  };
}
