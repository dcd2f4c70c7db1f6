import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { type Asked, comparedRows, inRequests, load, type Served } from './load.ts';
import type { Row } from './row.ts';
import { type ServerProcess, startProcess } from './server-process.ts';
import { API_TOKEN, startTaxServer } from './servers.ts';
import { median } from './statistics.ts';

const SECONDS = 3;
const ROUNDS = 5;
const TARGETS = { perSecond: 0.7, processor: 1.5 };

const BASELINE = resolve('bench/baselines/express-json-server.cjs');

const asked = {
  household: { status: 'couple', children: 2, declarants: [{ salary: 55_555 }, { pension: 12_345 }] },
  incomeYear: 2025,
};
const calculation = JSON.stringify(asked);
const withItsRates = JSON.stringify({ ...asked, withholding: true });
const headers = { 'content-type': 'application/json', authorization: `Bearer ${API_TOKEN}` };

/** How many times as long as a calculation the rates of withholding of its household may take. */
const WITHHOLDING_TARGET = 1.5;

/**
 * A single calculation with its steps by the REST API, against a bare Express route that answers the same as a constant; and
 * the same household's rates of withholding, which the calculation is a part of, alone and with it.
 */
export async function apiBench(): Promise<Row[]> {
  const ours = await startTaxServer();
  const api = `${ours.url}/api/v1`;
  const answer = await answerTo(`${api}/calculations`);
  const baseline = await startBaseline(answer);
  try {
    const contenders = {
      bare: contender(baseline, `${baseline.url}/calculations`, calculation),
      own: contender(ours, `${api}/calculations`, calculation),
      withholding: contender(ours, `${api}/withholding`, calculation),
      both: contender(ours, `${api}/calculations`, withItsRates),
    };
    // What a server that has run for a while does is measured, not how fast Node compiles.
    for (const { server, asked } of Object.values(contenders)) await load(server, asked, SECONDS);
    for (let round = 0; round < ROUNDS; round += 1)
      for (const { server, asked, rounds } of Object.values(contenders))
        rounds.push(await load(server, asked, SECONDS));
    const { bare, own, withholding, both } = contenders;
    return [
      ...comparedRows(
        {
          base: {
            name: `API: bare Express JSON route, ${Buffer.byteLength(answer)} bytes`,
            rounds: bare.rounds,
          },
          own: { name: 'API: one calculation with its steps, by a token', rounds: own.rounds },
        },
        TARGETS,
      ),
      timesRow('API: the rates of withholding of the same household', withholding.rounds, own.rounds),
      timesRow('API: the calculation with its rates of withholding', both.rounds, own.rounds),
    ];
  } finally {
    await Promise.all([ours.stop(), baseline.stop()]);
  }
}

interface Contender {
  readonly server: ServerProcess;
  readonly asked: Asked;
  readonly rounds: Served[];
}

function contender(server: ServerProcess, url: string, body: string): Contender {
  return { server, asked: { url, headers, body }, rounds: [] };
}

/** How long something takes beside the calculation. */
function timesRow(name: string, rounds: readonly Served[], calculations: readonly Served[]): Row {
  const times = median(
    rounds.map(({ perSecond }, round) => (calculations[round]?.perSecond ?? Number.NaN) / perSecond),
  );
  return {
    name,
    value: inRequests(rounds),
    ratio: `${times.toFixed(2)} × as long as the calculation`,
    target: `<= ${WITHHOLDING_TARGET}`,
    ok: times <= WITHHOLDING_TARGET,
  };
}

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
