import { resolve } from 'node:path';
import { hashPassword, verifyPassword } from '../src/users/password-hash.ts';
import { generate } from '../test/end-to-end/apache/virtual-host.ts';
import type { DatabaseServer } from '../test/end-to-end/support/database-server.ts';
import { freePortRange } from '../test/end-to-end/support/free-port.ts';
import { type Httpd, prepareHttpd } from '../test/end-to-end/support/httpd.ts';
import { startPostgres } from '../test/end-to-end/support/postgres.ts';
import { ADMIN, type RunningServer, startServer } from '../test/end-to-end/support/tax-server.ts';
import type { Row } from './row.ts';
import { onFirstCore, withQuota } from './scale/cores.ts';
import { tableSizes } from './scale/table-sizes.ts';
import { type Load, measure, type Target } from './scale/target.ts';
import { median } from './statistics.ts';

const SECONDS = 4;
const ROUNDS = 5;
const BUNDLE = [process.execPath, resolve('dist/tax-server.cjs')];
/** Of a core for each of two instances, where there shall be cores to spare. */
const SHARE = 0.05;
/** What two instances have to answer of what one answers. */
const TARGET = 1.7;
const FEW_CONNECTIONS = 2;
const PASSWORDS = 20;

/**
 * What decides how many instances, cores, connections and disk a load needs: `calculer-impot` in JSON sessions that PostgreSQL
 * keeps, by one instance and through the generated balancer. The generator of the load, Apache and PostgreSQL share the machine
 * with the instances, so that processor time says more than rates do.
 */
export async function scaleBench(): Promise<Row[]> {
  const database = await startPostgres();
  const httpd = await prepareHttpd();
  try {
    return [await passwordRow(), ...(await oneInstance(database)), ...(await twoInstances(database, httpd))];
  } finally {
    await httpd.stop();
    await database.stop();
  }
}

/** The password of a sign-in, which the loads below do not check: theirs has a hash that is quick to check. */
async function passwordRow(): Promise<Row> {
  const hash = await hashPassword('a password');
  const before = process.cpuUsage();
  for (let i = 0; i < PASSWORDS; i += 1) await verifyPassword(hash, 'a password');
  const { user, system } = process.cpuUsage(before);
  return note(
    'scale: a password (argon2id), processor time',
    `${((user + system) / PASSWORDS / 1000).toFixed(0)} ms`,
    '',
  );
}

/** On one core: what it takes of the processors, its connections, and the tables that it fills. */
async function oneInstance(database: DatabaseServer): Promise<Row[]> {
  const settings = await database.createDatabase();
  const pinned = onFirstCore();
  const start = (pool_size: number) =>
    startServer({
      command: [...pinned, ...BUNDLE],
      config: { database: { ...settings, pool_size }, users: [ADMIN] },
    });
  const usual = await start(10);
  const few = await start(FEW_CONNECTIONS);
  try {
    const [own, others] = await inTurns(direct(usual), direct(few));
    const where = pinned.length > 0 ? 'one instance on one core' : 'one instance, not kept on one core';
    const used = await connectionsTo(database, settings.name);
    return [
      rateRow(`scale: ${where}`, own),
      ...processorRows(own),
      note('scale: its connections, pool_size 10 and 2', `${used}`, ''),
      note(
        `scale: the same with ${FEW_CONNECTIONS} connections`,
        inRequests(others),
        ratioOf(others, own).toFixed(2),
      ),
      ...(await sizeRows(usual, database, settings.name)),
    ];
  } finally {
    await usual.stop();
    await few.stop();
  }
}

/** Through the virtual hosts that we generate for one and for two. */
async function twoInstances(database: DatabaseServer, httpd: Httpd): Promise<Row[]> {
  const config = { database: await database.createDatabase(), users: [ADMIN] };
  const port = await freePortRange(2);
  const pair = [await startServer({ config, port }), await startServer({ config, port: port + 1 })] as const;
  let removeQuota: (() => void) | null = null;
  try {
    await httpd.apply([
      generate(httpd, [pair[0]], '--server-name', 'one'),
      generate(httpd, [pair[0]], '--server-name', 'two', '--balancer', '2'),
    ]);
    const through = (host: string, servers: readonly RunningServer[]): Target => ({
      ...direct(pair[0]),
      url: `http://127.0.0.1:${httpd.httpPort}/do`,
      host,
      pids: servers.map(pidOf),
    });
    const both = () => inTurns(through('one', [pair[0]]), through('two', pair));
    const [one, two] = await both();
    const rows = [
      rateRow('scale: one instance through Apache', one),
      rateRow('scale: two instances, generator and servers on the same cores', two, ratioOf(two, one)),
      note('scale: Apache, processor time', inMicroseconds(two, 'apache'), ''),
    ];
    removeQuota = withQuota(pair.map(pidOf), SHARE);
    return removeQuota ? [...rows, ...quotaRows(await both())] : rows;
  } finally {
    for (const server of pair) await server.stop();
    removeQuota?.();
  }
}

/** With a bounded share of a core each, instances find the rest of the machine idle, as on one with cores to spare. */
function quotaRows([one, two]: readonly [readonly Load[], readonly Load[]]): Row[] {
  const ratio = ratioOf(two, one);
  const share = `${SHARE} of a core each`;
  return [
    rateRow(`scale: one instance through Apache, ${share}`, one),
    {
      name: `scale: two instances, ${share}`,
      value: inRequests(two),
      ratio: ratio.toFixed(2),
      target: `>= ${TARGET}`,
      ok: ratio >= TARGET,
    },
  ];
}

function processorRows(loads: readonly Load[]): Row[] {
  const instances = median(loads.map((load) => load.instances / load.postgres));
  return [
    note(
      'scale: instance, processor time',
      inMicroseconds(loads, 'instances'),
      `${Math.round(1e6 / of(loads, 'instances'))} req/s fill a core`,
    ),
    note(
      'scale: PostgreSQL, processor time',
      inMicroseconds(loads, 'postgres'),
      `${instances.toFixed(1)} busy instances fill a core of it`,
    ),
  ];
}

async function sizeRows(server: RunningServer, database: DatabaseServer, name: string): Promise<Row[]> {
  const sizes = await tableSizes(`${server.origin}/do`, database, name);
  // A byte a row is a megabyte a million.
  const million = (bytes: number) => `${Math.round(bytes)} MB a million`;
  return [
    note('scale: sessions of programs', million(sizes.programSession), `from ${sizes.sessions}`),
    note('scale: sessions of people, with a page', million(sizes.personSession), `from ${sizes.sessions}`),
    note('scale: simulations', million(sizes.simulation), `from ${sizes.simulations}`),
  ];
}

/** Round by round: what else the machine does disturbs neighbours alike. The first round of each warms up. */
async function inTurns(one: Target, other: Target): Promise<readonly [Load[], Load[]]> {
  const loads: readonly [Load[], Load[]] = [[], []];
  for (let round = 0; round <= ROUNDS; round += 1) {
    loads[0].push(await measure(one, SECONDS));
    loads[1].push(await measure(other, SECONDS));
  }
  return [loads[0].slice(1), loads[1].slice(1)];
}

/** How many there are from all instances together. */
async function connectionsTo({ run }: DatabaseServer, name: string): Promise<number> {
  const [row] = await run(
    name,
    `select count(*) from pg_stat_activity where datname = '${name}' and usename = 'tester'`,
  );
  return Number(row?.count);
}

function direct(server: RunningServer): Target {
  const url = `${server.origin}/do`;
  return { url, host: '', signIn: url, pids: [pidOf(server)] };
}

const pidOf = ({ process: { pid } }: RunningServer) => pid ?? 0;

function ratioOf(loads: readonly Load[], base: readonly Load[]): number {
  return median(loads.map(({ perSecond }, round) => perSecond / (base[round]?.perSecond ?? Number.NaN)));
}

const of = (loads: readonly Load[], part: keyof Load) => median(loads.map((load) => load[part]));

const inRequests = (loads: readonly Load[]) => `${Math.round(of(loads, 'perSecond'))} req/s`;

const inMicroseconds = (loads: readonly Load[], part: keyof Load) =>
  `${of(loads, part).toFixed(0)} µs/request`;

const rateRow = (name: string, loads: readonly Load[], ratio = 1) =>
  note(name, inRequests(loads), ratio.toFixed(2));

/** A figure that nothing has to reach. */
function note(name: string, value: string, ratio: string): Row {
  return { name, value, ratio, target: '', ok: true };
}
