import { fork } from 'node:child_process';
import { once } from 'node:events';
import { globSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { generate } from '../../test/end-to-end/apache/virtual-host.ts';
import { prepareHttpd } from '../../test/end-to-end/support/httpd.ts';
import { ADMIN, type RunningServer, startServer } from '../../test/end-to-end/support/tax-server.ts';
import { signedInCookie } from '../http.ts';
import { quantile } from '../latency.ts';
import { attacks } from './attacks.ts';

/**
 * What each attack costs, and what the others feel of it: `npm run attacks`, or `npm run attacks -- 'a million commas'`; with
 * `-- --apache` attackers and others come through Apache httpd, by the virtual host that we generate.
 */

const SECONDS = 10;
/** Calculations before anything is measured, and the time between two of those that are. */
const WARM_UP = 2_000;
const PAUSE_MS = 10;
const TRIES = 20;
const FORM = { 'content-type': 'application/x-www-form-urlencoded' };
const BODY = 'mari%C3%A9=oui&enfants=2&salaire=55555';
/** Clock ticks of Linux in a second. */
const TICKS = 100;

function statusOf({ process }: RunningServer, name: 'VmRSS' | 'VmHWM'): number {
  const status = readFileSync(`/proc/${process.pid}/status`, 'utf8');
  return Number(new RegExp(`^${name}:\\s+(\\d+) kB`, 'm').exec(status)?.[1]) / 1_024;
}

function processorSeconds({ process }: RunningServer): number {
  const fields = readFileSync(`/proc/${process.pid}/stat`, 'utf8')
    .replace(/^.*\) /, '')
    .split(' ');
  return (Number(fields[11]) + Number(fields[12])) / TICKS;
}

function logMegabytes({ folder }: RunningServer): number {
  const files = globSync(join(folder, 'logs/tax-server*.log*'));
  return files.reduce((sum, file) => sum + statSync(file).size, 0) / 1e6;
}

/** How long single calculations of a session take on a kept connection, one every few milliseconds, sorted. */
async function feltMeanwhile(
  url: string,
  cookie: string,
  until: Promise<unknown>,
): Promise<readonly number[]> {
  let isOver = false;
  void until.then(() => {
    isOver = true;
  });
  const taken: number[] = [];
  while (!isOver) {
    taken.push(await calculationTime(url, cookie));
    await wait(PAUSE_MS);
  }
  return taken.toSorted((one, other) => one - other);
}

/** In milliseconds; a front server that is short of places closes idle connections, and whoever used one tries again. */
async function calculationTime(url: string, cookie: string): Promise<number> {
  const start = performance.now();
  let status = await calculate(url, cookie).catch(() => null);
  for (let again = 0; status === null && again < TRIES; again += 1)
    status = await calculate(url, cookie).catch(() => null);
  if (status !== 200) throw new Error(`a calculation got ${status}`);
  return performance.now() - start;
}

async function calculate(url: string, cookie: string): Promise<number> {
  const answer = await fetch(`${url}/calculer-impot`, {
    method: 'POST',
    headers: { ...FORM, cookie },
    body: BODY,
  });
  await answer.arrayBuffer();
  return answer.status;
}

/** How clients reach a server: by a port of Apache, or by its own. */
interface Way {
  readonly port: number;
  readonly close: () => Promise<void>;
}

async function wayTo(server: RunningServer, isThroughApache: boolean): Promise<Way> {
  if (!isThroughApache) return { port: server.port, close: async () => undefined };
  const httpd = await prepareHttpd();
  await httpd.apply([generate(httpd, [server])]);
  return { port: httpd.httpPort, close: httpd.stop };
}

async function measure(name: string, isThroughApache: boolean): Promise<Readonly<Record<string, string>>> {
  const server = await startServer({ config: { users: [ADMIN] } });
  const { port, close } = await wayTo(server, isThroughApache);
  try {
    const url = `http://127.0.0.1:${port}/do`;
    const [own, attackers] = [await signedInCookie(url), await signedInCookie(url)];
    for (let time = 0; time < WARM_UP; time += 1) await calculationTime(url, own);
    const [memory, processor] = [statusOf(server, 'VmRSS'), processorSeconds(server)];
    const attacker = fork(join(import.meta.dirname, 'attacker.ts'), [
      name,
      String(port),
      attackers,
      String(SECONDS),
    ]);
    const message = once(attacker, 'message');
    const felt = await feltMeanwhile(url, own, message);
    const [sent] = (await message) as [number];
    return {
      sent: `${(sent / 1e6).toFixed(1)} MB`,
      memory: `${memory.toFixed(0)} → ${statusOf(server, 'VmHWM').toFixed(0)} MiB`,
      processor: `${(processorSeconds(server) - processor).toFixed(1)} s`,
      log: `${logMegabytes(server).toFixed(1)} MB`,
      'a calculation': `p50 ${quantile(felt, 0.5).toFixed(1)}, p99 ${quantile(felt, 0.99).toFixed(1)} ms (${felt.length})`,
    };
  } finally {
    await close();
    await server.stop();
  }
}

const { positionals: names, values } = parseArgs({
  allowPositionals: true,
  options: { apache: { type: 'boolean', default: false } },
});
const table: Record<string, object> = {};
for (const name of names.length > 0 ? names : Object.keys(attacks))
  table[name] = await measure(name, values.apache);
console.table(table);
