import { existsSync, mkdtempSync, readdirSync, readFileSync, readlinkSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import type { DatabaseServer } from '../support/database-server.ts';
import { startPostgres } from '../support/postgres.ts';
import { logOf } from '../support/server-log.ts';
import { ADMIN, type RunningServer, startServer } from '../support/tax-server.ts';
import { FileVisitor, plain } from './file-visitor.ts';

const LINES = 700_000;
/** Every so many lines there is one that is refused. */
const REFUSED_EVERY = 1_000;
const HEADER = 'numéro;marié;enfants;salaire\n';
const PATIENCE = { timeout: 60_000, interval: 20 };

let folder: string;
let database: DatabaseServer;
let instances: RunningServer[];
let visitor: FileVisitor;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'tax-server-shared-'));
  database = await startPostgres();
  const settings = await database.createDatabase();
  const config = { database: settings, users: [ADMIN], uploads: { folder, shared: true } };
  instances = await Promise.all([1, 2, 3].map(() => startServer({ config })));
  visitor = await FileVisitor.signedIn(at(0));
});
afterAll(async () => {
  for (const instance of instances ?? []) await instance.stop();
  await database?.stop();
  rmSync(folder, { recursive: true, force: true });
});

it('an instance that is killed loses nothing of a file: another goes on behind the last line written', async () => {
  const content = households();
  const undisturbed = await visitor.calculate(content);
  const expected = await written(visitor, undisturbed.id);
  expect(await visitor.post(`/supprimer-fichier/${undisturbed.id}`)).toMatchObject({ status: 302 });

  const id = await visitor.sendAndCalculate(content);
  const killed = await atWork(id);
  const others = instances.filter((instance) => instance !== killed);
  const seen = checkpointOf(id);
  await killed.kill();

  const [one, other] = others.map(seenAt);
  if (!one || !other) throw new Error('two instances are left');
  const words = (await one.ended(id)).words;
  const results = await written(other, id);
  const kept = results.results.split('\n').length - 2;
  const behind = await takenUpBehind(others);
  console.log(
    `lines asked: ${LINES}, written by the killed instance: ${seen} or more, taken up behind: ${behind}, kept: ${kept}`,
  );
  expect(behind).toBeGreaterThanOrEqual(seen);
  expect(behind).toBeLessThan(LINES);
  expect(results.results === expected.results).toBe(true);
  expect(results.report === expected.report).toBe(true);
  expect(kept).toBe(LINES);
  expect(words).toContain('699 300 foyers calculés 700 lignes refusées');
  // Received, started, calculated by two.
  expect(leasesOf(id)).toHaveLength(4);

  // Any instance deletes it.
  await other.post(`/supprimer-fichier/${id}`);
  expect(await one.read(`/fichier/${id}`)).toMatchObject({ status: 404 });
  expect(readdirSync(join(folder, 'jobs'))).toEqual([]);
});

it('any instance cancels what another one calculates', async () => {
  const there = seenAt(alive()[0] ?? at(0));
  const id = await there.sendAndCalculate(households());
  const working = await atWork(id);
  const elsewhere = seenAt(alive().find((instance) => instance !== working) ?? at(0));
  await elsewhere.post(`/annuler-fichier/${id}`);
  expect(plain((await there.read(`/fichier/${id}`)).body)).toContain('annulé');
  await vi.waitFor(() => expect(readsInput(working, id)).toBe(false), PATIENCE);
  expect(existsSync(join(folder, 'jobs', id, 'households.csv'))).toBe(false);
  for (const instance of alive()) expect(await logOf(instance)).not.toContain('[error]');
});

function households(): string {
  const lines = Array.from({ length: LINES }, (_, i) =>
    i % REFUSED_EVERY === 0 ? `${i};x;0;1` : `${i};oui;2;${i % 90_000}`,
  );
  return `${HEADER}${lines.join('\n')}\n`;
}

/** The session of the visitor at another instance. */
function seenAt(instance: RunningServer): FileVisitor {
  return visitor.at(instance);
}

async function written(by: FileVisitor, id: string) {
  const results = (await by.read(`/resultats-fichier/${id}`)).body;
  const report = (await by.read(`/lignes-refusees/${id}`)).body;
  return { results, report };
}

/** The instance that calculates a file, once it has written some of it down; no other one does. */
async function atWork(id: string): Promise<RunningServer> {
  await vi.waitFor(() => expect(checkpointOf(id)).toBeGreaterThan(0), PATIENCE);
  const working = alive().filter((instance) => readsInput(instance, id));
  expect(working).toHaveLength(1);
  return working[0] ?? at(0);
}

function alive(): RunningServer[] {
  return instances.filter(({ process }) => process.signalCode === null);
}

function readsInput({ process: { pid } }: RunningServer, id: string): boolean {
  const open = `/proc/${pid}/fd`;
  const input = join(folder, 'jobs', id, 'households.csv');
  return readdirSync(open).some((fd) => linkOf(join(open, fd)).startsWith(input));
}

function linkOf(path: string): string {
  try {
    return readlinkSync(path);
  } catch {
    // Closed meanwhile.
    return '';
  }
}

const leasesOf = (id: string) =>
  readdirSync(join(folder, 'jobs', id)).filter((name) => name.startsWith('lease-'));

/** Lines that are written down. */
function checkpointOf(id: string): number {
  const lease = join(folder, 'jobs', id, leasesOf(id).toSorted().at(-1) ?? '', 'state.json');
  return JSON.parse(readFileSync(lease, 'utf8')).checkpoint.lines;
}

async function takenUpBehind(others: readonly RunningServer[]): Promise<number> {
  const logs = await Promise.all(others.map(logOf));
  return Number(/est repris après (\d+) ligne/.exec(logs.join('\n'))?.[1]);
}

function at(index: number): RunningServer {
  const instance = instances[index];
  if (!instance) throw new RangeError(`no instance ${index}`);
  return instance;
}
