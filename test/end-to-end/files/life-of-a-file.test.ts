import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { ADMIN, type RunningServer, startServer } from '../support/tax-server.ts';
import { FileVisitor, plain } from './file-visitor.ts';

const HEADER = 'id,marié,enfants,salaire\n';
const LINE = '1,oui,2,55555\n';

let folder: string;
let server: RunningServer | undefined;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'tax-server-files-'));
});
afterEach(async () => {
  await server?.stop();
  rmSync(folder, { recursive: true, force: true });
});

async function started(port?: number): Promise<RunningServer> {
  server = await startServer({ folder, config: { users: [ADMIN] }, ...(port && { port }) });
  return server;
}

it('the results are those of the contract, one line each (§8.1)', async () => {
  const visitor = await FileVisitor.signedIn(await started());
  const { id } = await visitor.calculate(
    'marié;enfants;salaire;année\noui;2;55555;2018\nnon;0;200000;2018\noui;3;200000;2018\n',
  );
  const { body, headers } = await visitor.read(`/resultats-fichier/${id}`);
  expect(headers['content-type']).toBe('text/csv; charset=utf-8');
  // The law's amounts, which the official simulator gives too.
  expect(body.split('\n').map((line) => line.split(';').slice(0, 5).join(';'))).toEqual([
    'marié;enfants;salaire;année;impôt',
    'oui;2;55555;2018;2815',
    'non;0;200000;2018;64211',
    'oui;3;200000;2018;42843',
    '',
  ]);
});

it('the results can be saved whatever the name of the file is', async () => {
  const visitor = await FileVisitor.signedIn(await started());
  const { id } = await visitor.calculate(HEADER + LINE, `😀${'a'.repeat(145)}'(1).csv`);
  const { status, headers } = await visitor.read(`/resultats-fichier/${id}`);
  expect(status).toBe(200);
  expect(headers['content-disposition']).toMatch(
    /^attachment; filename="[ -~]+"; filename\*=UTF-8''[\w%.~-]+$/,
  );
});

it('the progress of a file that is not there is a 404', async () => {
  const visitor = await FileVisitor.signedIn(await started());
  expect((await visitor.read('/avancement-fichier/0123456789abcdef')).status).toBe(404);
});

it('a restart during a calculation loses the file and nothing else, and says so', async () => {
  const before = await started();
  const visitor = await FileVisitor.signedIn(before);
  await visitor.client.post('/calculer-impot', { marié: 'oui', enfants: '2', salaire: '55555' });
  const path = `/fichier/${await visitor.sendAndCalculate(HEADER + LINE.repeat(1_500_000))}`;
  expect((await visitor.read(path)).body).toContain('data-progress-url');
  await before.kill();
  expect(uploads()).toHaveLength(1);
  await started(before.port);
  expect(uploads()).toEqual([]);
  const { status, body } = await visitor.read(path);
  expect(status).toBe(404);
  expect(plain(body)).toContain("Ce fichier n'est pas ici");
  expect(plain(body)).toContain('le serveur a redémarré depuis');
  await visitor.read('/lister-simulations');
  const list = await visitor.read('/afficher-vue-liste-simulations');
  expect(plain(list.body)).toContain('55 555');
});

it('a stop deletes the files', async () => {
  const running = await started();
  const visitor = await FileVisitor.signedIn(running);
  await visitor.calculate(HEADER + LINE);
  expect(uploads()).toHaveLength(1);
  await running.stop();
  expect(uploads()).toEqual([]);
});

const canMount = process.platform === 'linux' && process.getuid?.() === 0 && tinyDisk(tmpdir());

it.skipIf(!canMount)('a full disk is told, while sending and while calculating', async () => {
  const disk = join(folder, 'uploads');
  mkdirSync(disk);
  const isMounted = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=400k', 'tmpfs', disk]).status === 0;
  expect(isMounted).toBe(true);
  try {
    const visitor = await FileVisitor.signedIn(await started());
    const whileSending = await visitor.calculate(HEADER + LINE.repeat(50_000));
    expect(whileSending.words).toContain('Le disque du serveur est plein');
    const whileCalculating = await visitor.calculate(HEADER + `${LINE.repeat(40)}1,x\n`.repeat(370));
    expect(whileCalculating.words).toContain('Le disque du serveur est plein');
    await vi.waitFor(() => expect(uploads()).toEqual([]));
    expect((await visitor.calculate(HEADER + LINE)).words).toContain('1 foyer calculé');
    await server?.stop();
  } finally {
    spawnSync('umount', [disk]);
  }
});

/** Whether a file system of a chosen size may be mounted here. */
function tinyDisk(parent: string): boolean {
  const disk = mkdtempSync(join(parent, 'tax-server-disk-'));
  const { status } = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=64k', 'tmpfs', disk]);
  if (status === 0) spawnSync('umount', [disk]);
  rmSync(disk, { recursive: true, force: true });
  return status === 0;
}

function uploads(): string[] {
  const path = join(folder, 'uploads', String(server?.port));
  return existsSync(path) ? readdirSync(path) : [];
}
