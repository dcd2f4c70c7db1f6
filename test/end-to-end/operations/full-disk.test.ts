import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { FileVisitor } from '../files/file-visitor.ts';
import { ContractClient, readEnvelope } from '../support/contract-client.ts';
import { http } from '../support/http-client.ts';
import { logOf } from '../support/server-log.ts';
import { ADMIN, type RunningServer, startServer } from '../support/tax-server.ts';

const poll = { timeout: 30_000, interval: 100 };

/** Makes writes beyond a size fail, as a full disk does: `ulimit -f` for a process that runs. */
function limitFiles({ process: { pid } }: RunningServer, bytes: number | 'unlimited'): void {
  const args = ['--pid', String(pid), `--fsize=${bytes}:unlimited`];
  const { status, stderr } = spawnSync('prlimit', args, { encoding: 'utf8' });
  if (status !== 0) throw new Error(stderr);
}

const householdForm = { marié: 'oui', enfants: '2', salaire: '55555' };

describe('a disk that takes no more', () => {
  let server: RunningServer;
  afterEach(() => server.stop());

  async function start(config: object = {}): Promise<void> {
    server = await startServer({ config: { users: [ADMIN], ...config } });
    await expect.poll(() => auditLines().length, poll).toBe(1);
  }

  const auditFile = () => join(server.folder, 'logs/audit.log');
  const auditLines = () => readFileSync(auditFile(), 'utf8').split('\n').slice(0, -1);

  async function visit(login = 'admin') {
    const client = new ContractClient(`${server.origin}/do`, { tokens: false });
    await client.start('json');
    return { client, status: (await client.login(login, 'admin')).status };
  }

  async function component(name: string): Promise<string> {
    const { body } = await http(`${server.origin}/do/health`);
    return JSON.parse(body).components[name].status;
  }

  it('is an outage of the embedded database, which ends by itself and loses nothing', async () => {
    await start();
    const { client } = await visit();
    const calculate = async () => (await client.post('/calculer-impot', householdForm)).status;
    expect(await calculate()).toBe(200);
    limitFiles(server, 0);
    expect([await calculate(), await component('database')]).toEqual([503, 'down']);
    limitFiles(server, 'unlimited');
    await expect.poll(calculate, poll).toBe(200);
    expect(readEnvelope(await client.get('/lister-simulations')).réponse).toMatchObject([
      { id: 1 },
      { id: 2 },
    ]);
    expect(await component('database')).toBe('up');
  });

  it('refuses a file, tells its owner why, and leaves nothing of it', async () => {
    await start({ session: { store: 'memory' } });
    const visitor = await FileVisitor.signedIn(server);
    limitFiles(server, 0);
    const { words } = await visitor.calculate('marié,enfants,salaire\noui,2,55555\n');
    expect(words).toContain('Le disque du serveur est plein');
    expect(readdirSync(join(server.folder, 'uploads', String(server.port)))).toEqual([]);
    limitFiles(server, 'unlimited');
    expect((await visitor.calculate('marié,enfants,salaire\noui,2,55555\n')).words).toContain(
      '1 foyer calculé',
    );
  });

  it('stops no request for want of an audit log, which has all entries once there is room', async () => {
    await start({ session: { store: 'memory' } });
    // In the middle of the next line.
    limitFiles(server, statSync(auditFile()).size + 20);
    expect((await visit()).status).toBe(200);
    await expect.poll(() => component('audit'), poll).toBe('down');
    expect((await visit('nobody')).status).toBe(401);
    expect((await http(`${server.origin}/do/metrics`)).body).toContain(
      'tax_server_component_up{component="audit"} 0\n',
    );

    limitFiles(server, 'unlimited');
    await expect.poll(() => component('audit'), poll).toBe('up');
    const [torn = '', ...lines] = auditLines().slice(1);
    expect(lines.map((line) => JSON.parse(line).outcome)).toEqual(['accepted', 'refused']);
    expect([torn.length, lines[0]?.startsWith(torn)]).toEqual([20, true]);
    const told = async () => (await logOf(server)).match(/audit\.log (ne peut plus être|est) écrit[^:\n]*/g);
    await expect
      .poll(told, poll)
      .toEqual([
        'audit.log ne peut plus être écrit ',
        'audit.log est écrit à nouveau, 0 lignes sont perdues',
      ]);
  });
});
