import { cpus, loadavg } from 'node:os';
import { hashPassword } from '../../src/users/password-hash.ts';
import { fuzz } from '../../test/end-to-end/robustness/fuzz/fuzz.ts';
import { logOf } from '../../test/end-to-end/support/server-log.ts';
import { ADMIN, type RunningServer, startServer } from '../../test/end-to-end/support/tax-server.ts';
import type { Row } from '../row.ts';
import { type Crowd, idleCrowd, slowCrowd } from './crowds.ts';
import { calculate, failuresOf } from './load.ts';
import { watchMemory } from './memory.ts';
import { mixture } from './mixture.ts';
import { readOptions, type SoakOptions } from './options.ts';

const SHARE_OF_HIGHEST = 0.8;
const SHORT_SECONDS = 10;
/** Growth that counts as flat, MiB a minute: a leak of 100 bytes a request would be ten times that. */
const FLAT = 2;
/** The same for the mixture, after its second minute. */
const FLAT_MIXTURE = 1;
const MIXTURE_WARM_UP_MINUTES = 2;

async function steadyLoad(server: RunningServer, { minutes }: SoakOptions): Promise<Row[]> {
  const highest = (await calculate(server, SHORT_SECONDS)).requests.average;
  const rate = Math.round(highest * SHARE_OF_HIGHEST);
  const memory = watchMemory(server.process.pid ?? 0);
  const result = await calculate(server, minutes * 60, rate);
  const { perMinute, last } = memory.stop();
  const failures = failuresOf(result);
  return [
    row('highest load', `${Math.round(highest)} req/s`, '', true),
    row('steady load', `${Math.round(result.requests.average)} req/s for ${minutes} min`, `${rate}`, true),
    row('  failures', `${failures} of ${result.requests.total}`, '0', failures === 0),
    row('  latency', `p50 ${result.latency.p50} ms, p99 ${result.latency.p99} ms`, '', true),
    row(
      '  memory',
      `${last.toFixed(0)} MiB, ${perMinute.toFixed(1)} MiB a minute`,
      `< ${FLAT}`,
      perMinute < FLAT,
    ),
  ];
}

async function withCrowd(server: RunningServer, name: string, size: number, crowd: Crowd): Promise<Row[]> {
  try {
    const result = await calculate(server, SHORT_SECONDS);
    const stayed = crowd.connected();
    const failures = failuresOf(result);
    const value = `${Math.round(result.requests.average)} req/s, p99 ${result.latency.p99} ms, ${failures} failures`;
    return [row(`${name} (${stayed} of ${size} connected)`, value, '0 failures', failures === 0)];
  } finally {
    crowd.leave();
  }
}

/** Memory while people and programs sign in rightly and wrongly, calculate and read pages. */
async function mixedLoad({ mixture: minutes }: SoakOptions): Promise<Row[]> {
  const users = [{ ...ADMIN, password_hash: await hashPassword('admin') }];
  const server = await startServer({ config: { users } });
  try {
    const memory = watchMemory(server.process.pid ?? 0);
    const visits = await mixture(server, minutes * 60);
    const { perMinute, last } = memory.stop(Math.min(MIXTURE_WARM_UP_MINUTES / minutes, 0.9));
    const value = `${last.toFixed(0)} MiB, ${perMinute.toFixed(1)} MiB a minute`;
    return [
      row('mixture', `${visits} visits in ${minutes} min`, '', true),
      row('  memory', value, `< ${FLAT_MIXTURE}`, perMinute < FLAT_MIXTURE),
    ];
  } finally {
    await server.stop();
  }
}

async function longFuzz(server: RunningServer, { requests }: SoakOptions): Promise<Row[]> {
  const memory = watchMemory(server.process.pid ?? 0);
  const statuses = await fuzz(server, { requests });
  const { perMinute, last } = memory.stop();
  const errors = (await logOf(server)).split('\n').filter((line) => line.includes('[error]')).length;
  const counts = [...statuses].toSorted(([a], [b]) => a - b).map(([status, count]) => `${status}: ${count}`);
  return [
    row('random requests', counts.join(', '), 'no 5xx', true),
    row('  errors in the log', `${errors}`, '0', errors === 0),
    row('  memory under them', `${last.toFixed(0)} MiB, ${perMinute.toFixed(1)} MiB a minute`, '', true),
  ];
}

function row(name: string, value: string, target: string, ok: boolean): Row {
  return { name, value, ratio: '', target, ok };
}

const options = readOptions(process.argv.slice(2));
const [load = 0] = loadavg();
console.log(
  `Node ${process.version}, ${cpus().length} × ${cpus()[0]?.model}, load of the machine before: ${load.toFixed(1)}`,
);
const server = await startServer({ config: { users: [ADMIN] } });
try {
  const rows = [
    ...(await mixedLoad(options)),
    ...(await steadyLoad(server, options)),
    ...(await withCrowd(
      server,
      'idle connections',
      options.idle,
      await idleCrowd(server.port, options.idle),
    )),
    ...(await withCrowd(server, 'slow clients', options.slow, await slowCrowd(server.port, options.slow))),
    ...(await longFuzz(server, options)),
  ];
  console.table(Object.fromEntries(rows.map(({ name, value, target, ok }) => [name, { value, target, ok }])));
  if (rows.some(({ ok }) => !ok)) process.exitCode = 1;
} finally {
  await server.stop();
}
