import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import autocannon from 'autocannon';
import type { Row } from './row.ts';
import { startProcess } from './server-process.ts';
import { API_TOKEN, startTaxServer } from './servers.ts';
import { median } from './statistics.ts';

const CONNECTIONS = 20;
const SECONDS = 3;
const ROUNDS = 5;
const TARGET = 0.7;

const BASELINE = resolve('bench/baselines/express-json-server.cjs');

const asked = {
  household: { status: 'couple', children: 2, declarants: [{ salary: 55_555 }, { pension: 12_345 }] },
  incomeYear: 2025,
};
const calculation = JSON.stringify(asked);
const withItsRates = JSON.stringify({ ...asked, withholding: true });

/** How many times as long as a calculation the rates of withholding of its household may take. */
const WITHHOLDING_TARGET = 1.5;

/**
 * A single calculation with its steps by the REST API, against a bare Express route that answers the same as a constant; and
 * the same household's rates of withholding, which the calculation is a part of, alone and with it.
 */
export async function apiBench(): Promise<Row[]> {
  const ours = await startTaxServer();
  const url = `${ours.url}/api/v1/calculations`;
  const withholding = `${ours.url}/api/v1/withholding`;
  const answer = await answerTo(url);
  const baseline = await startBaseline(answer);
  try {
    const rates = {
      bare: [] as number[],
      ours: [] as number[],
      withholding: [] as number[],
      both: [] as number[],
    };
    // What a server that has run for a while does is measured, not how fast Node compiles.
    for (const warm of [`${baseline.url}/calculations`, url, withholding]) await requestsPerSecond(warm);
    for (let round = 0; round < ROUNDS; round += 1) {
      rates.bare.push(await requestsPerSecond(`${baseline.url}/calculations`));
      rates.ours.push(await requestsPerSecond(url));
      rates.withholding.push(await requestsPerSecond(withholding));
      rates.both.push(await requestsPerSecond(url, withItsRates));
    }
    const [bare, served] = [median(rates.bare), median(rates.ours)];
    // Round by round: what else the machine does disturbs neighbours alike.
    const ratio = median(rates.ours.map((rate, round) => rate / (rates.bare[round] ?? Number.NaN)));
    const times = (others: readonly number[]) =>
      median(others.map((rate, round) => (rates.ours[round] ?? Number.NaN) / rate));
    return [
      {
        name: `API: bare Express JSON route, ${Buffer.byteLength(answer)} bytes`,
        value: `${Math.round(bare)} req/s`,
        ratio: '1',
        target: '',
        ok: true,
      },
      {
        name: 'API: one calculation with its steps, by a token',
        value: `${Math.round(served)} req/s`,
        ratio: ratio.toFixed(2),
        target: `>= ${TARGET}`,
        ok: ratio >= TARGET,
      },
      timesRow(
        'API: the rates of withholding of the same household',
        rates.withholding,
        times(rates.withholding),
      ),
      timesRow('API: the calculation with its rates of withholding', rates.both, times(rates.both)),
    ];
  } finally {
    await Promise.all([ours.stop(), baseline.stop()]);
  }
}

/** How long something takes beside the calculation. */
function timesRow(name: string, rates: readonly number[], times: number): Row {
  return {
    name,
    value: `${Math.round(median(rates))} req/s`,
    ratio: `${times.toFixed(2)} × as long as the calculation`,
    target: `<= ${WITHHOLDING_TARGET}`,
    ok: times <= WITHHOLDING_TARGET,
  };
}

const headers = { 'content-type': 'application/json', authorization: `Bearer ${API_TOKEN}` };

async function answerTo(url: string): Promise<string> {
  const res = await fetch(url, { method: 'POST', headers, body: calculation });
  if (res.status !== 200) throw new Error(`${url}: ${res.status} ${await res.text()}`);
  return res.text();
}

async function startBaseline(answer: string) {
  const folder = mkdtempSync(join(tmpdir(), 'tax-server-bench-'));
  const file = join(folder, 'answer.json');
  writeFileSync(file, answer);
  const server = await startProcess(process.execPath, [BASELINE, file], folder);
  rmSync(folder, { recursive: true });
  return server;
}

async function requestsPerSecond(url: string, body = calculation): Promise<number> {
  const result = await autocannon({
    url,
    connections: CONNECTIONS,
    duration: SECONDS,
    method: 'POST',
    headers,
    body,
  });
  if (result.non2xx > 0 || result.errors > 0) {
    throw new Error(`${url}: ${result.non2xx} refused, ${result.errors} failed`);
  }
  return result.requests.average;
}
