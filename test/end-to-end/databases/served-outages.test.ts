import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { SessionType } from '../../../src/model/sessions.ts';
import { asList, ContractClient, readEnvelope } from '../support/contract-client.ts';
import type { DatabaseServer } from '../support/database-server.ts';
import { databaseServers } from '../support/database-servers.ts';
import { http } from '../support/http-client.ts';
import { type Mailbox, startMailbox } from '../support/mailbox.ts';
import { ADMIN, type RunningServer, startServer } from '../support/tax-server.ts';

/** Milliseconds after the database's return until requests are served. */
const RETURN_LIMIT = 5_000;
const poll = { timeout: 10_000, interval: 100 };

/** What people and programs see while the database is away, and what the administrator is told. */
describe.each(databaseServers)('a server whose database goes away ($name)', ({ start }) => {
  let database: DatabaseServer;
  let mailbox: Mailbox;
  let server: RunningServer;
  let mailSettings: object;

  beforeAll(async () => {
    database = await start();
    mailbox = await startMailbox();
    mailSettings = {
      smtp_host: '127.0.0.1',
      smtp_port: mailbox.port,
      from: 'server@localhost.com',
      to: 'admin@localhost.com',
    };
    server = await startServer({
      config: { database: await database.createDatabase(), users: [ADMIN], admin_mail: mailSettings },
    });
  });
  afterAll(async () => {
    await server?.stop();
    await mailbox?.close();
    await database?.stop();
  });

  const health = async () => (await http(`${server.origin}/do/health`)).status;

  async function signedIn(type: SessionType): Promise<ContractClient> {
    const client = new ContractClient(`${server.origin}/do`, { tokens: false });
    await client.start(type);
    await client.login();
    return client;
  }

  it('answers 503 in the session’s own form, goes on by itself, and has lost nothing', async () => {
    const [json, xml, html] = [await signedIn('json'), await signedIn('xml'), await signedIn('html')];
    const fields = { marié: 'oui', enfants: '2', salaire: '55555' };
    expect((await json.post('/calculer-impot', fields)).status).toBe(200);

    await database.kill();
    await expect.poll(async () => (await json.post('/calculer-impot', fields)).status, poll).toBe(503);

    const message = [expect.stringContaining('la base de données est momentanément indisponible')];
    for (const program of [json, xml]) {
      const reply = await program.get('/lister-simulations');
      expect(reply.status).toBe(503);
      expect(reply.headers['retry-after']).toMatch(/^\d+$/);
      const envelope = readEnvelope(reply);
      expect(envelope).toMatchObject({ action: 'lister-simulations', état: 131 });
      expect(asList(envelope.réponse)).toEqual(message);
    }
    const page = await html.get('/lister-simulations');
    expect([page.status, page.headers['content-type']]).toEqual([503, 'text/html; charset=utf-8']);
    expect(page.headers['retry-after']).toMatch(/^\d+$/);
    const form = await html.post('/calculer-impot', fields);
    expect(form.status).toBe(503);
    expect(form.body).toContain('<input type="hidden" name="salaire" value="55555">');
    const [, style = ''] = /href="(\/static\/[^"]+\.css)"/.exec(page.body) ?? [];
    expect((await http(`${server.origin}${style}`)).status).toBe(200);
    expect(await health()).toBe(503);
    await expect.poll(() => mailbox.bodies.length, poll).toBe(1);
    expect(mailbox.bodies[0]).toContain('available → unavailable');

    await database.restart();
    const back = Date.now();
    await expect.poll(health, { timeout: RETURN_LIMIT, interval: 50 }).toBe(200);
    const list = readEnvelope(await json.get('/lister-simulations')).réponse;
    expect(Date.now() - back).toBeLessThan(RETURN_LIMIT);
    expect(list).toMatchObject([{ id: 1, salaire: 55555 }]);
    await expect.poll(() => mailbox.bodies.length, poll).toBe(2);
    expect(mailbox.bodies[1]).toContain('unavailable → available');
  });

  it('listens before its database is there, and serves as soon as it comes', async () => {
    const settings = await database.createDatabase();
    await database.kill();
    const early = await startServer({ awaitReady: false, config: { database: settings, users: [ADMIN] } });
    try {
      const status = () =>
        http(`${early.origin}/do/init-session/json`).then(
          (reply) => reply.status,
          () => 0,
        );
      await expect.poll(status, poll).toBe(503);
      await database.restart();
      await expect.poll(status, poll).toBe(200);
      expect(early.output()).toMatch(/^tax-server ready on /m);
    } finally {
      await early.stop();
    }
  });

  it('ends with exit code 2 and a mail when the database does not come', async () => {
    const before = mailbox.bodies.length;
    const settings = { ...(await database.createDatabase()), port: 1, startup_timeout: 1 };
    const lost = await startServer({
      awaitReady: false,
      config: { database: settings, users: [ADMIN], admin_mail: mailSettings },
    });
    expect(await lost.exitCode).toBe(2);
    expect(lost.output()).toContain("L'erreur suivante s'est produite : MyException[27, ");
    expect(mailbox.bodies.slice(before)).toEqual([
      expect.stringContaining("L'erreur suivante s'est produite : MyException[27, "),
    ]);
    await lost.stop();
  });
});
