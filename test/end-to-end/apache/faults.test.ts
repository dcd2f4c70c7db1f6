import { createServer } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { freePort } from '../support/free-port.ts';
import { type HttpReply, http } from '../support/http-client.ts';
import { type Httpd, prepareHttpd } from '../support/httpd.ts';
import type { RunningServer } from '../support/tax-server.ts';
import { apacheConfig, clientOf, generate, startMounted } from './virtual-host.ts';

const NAME = 'flask-impots-withmysql';

/** Each symptom of docs/apache.md, provoked. */
describe('when Apache and the server do not fit', () => {
  let httpd: Httpd;
  let server: RunningServer | undefined;

  beforeEach(async () => {
    httpd = await prepareHttpd();
  });
  afterEach(async () => {
    await server?.stop();
    server = undefined;
    await httpd.stop();
  });

  const send = (path: string, scheme: 'http' | 'https' = 'http') =>
    clientOf(httpd, scheme, NAME, '').send(path);

  function findings(): string[] {
    return (server?.output() ?? '').split('\n').filter((line) => line.includes('[front server]'));
  }

  it('says that the service is away, in French, and serves at once when it is back', async () => {
    server = await startMounted({ mount_alias: '/impots' });
    await httpd.apply([generate(httpd, [server], '--server-name', NAME)]);
    const { port, folder } = server;
    await server.kill();
    const { status, body } = await send('/impots/do/');
    expect(status).toBe(503);
    expect(body).toContain("lang='fr'");
    server = await startMounted({ mount_alias: '/impots' }, {}, { port, folder });
    expect((await send('/impots/do/')).status).toBe(302);
  });

  it('answers 502 when what has the port hangs up', async () => {
    const port = await freePort();
    const mute = createServer((socket) => socket.on('data', () => socket.destroy())).listen(
      port,
      '127.0.0.1',
    );
    await httpd.apply([
      apacheConfig(httpd, ['--app', 'date-time', '--server-name', NAME, '--port', String(port)]),
    ]);
    expect((await send('/show-date-time')).status).toBe(502);
    await new Promise((resolve) => mute.close(resolve));
  });

  it('names an alias in Apache that the YAML does not have, once, and what to set', async () => {
    server = await startMounted({ mount_alias: '/impots' });
    const file = generate(httpd, [server], '--server-name', NAME);
    await server.stop();
    const { port } = server;
    server = await startMounted({ mount_alias: '' }, {}, { port });
    await httpd.apply([file]);
    for (const path of ['/impots/do/', '/impots/do/init-session/html'])
      expect((await send(path)).status).toBe(404);
    expect(findings()).toEqual([
      expect.stringMatching(/under "\/impots", but server\.mount_alias is "": set mount_alias: \/impots/),
    ]);
  });

  it('names a host that is not that of public_url', async () => {
    server = await startMounted({ mount_alias: '/impots', public_url: `http://${NAME}:${httpd.httpPort}` });
    const { folder } = server;
    const file = apacheConfig(httpd, ['--config', `${folder}/config.yaml`], false);
    await httpd.apply([file.replace(`ServerName ${NAME}`, 'ServerName other')]);
    const options = { connectTo: { host: '127.0.0.1', port: httpd.httpPort } };
    const ask = (): Promise<HttpReply> => http(`http://other:${httpd.httpPort}/impots/do/`, options);
    await ask();
    await ask();
    expect(findings()).toEqual([expect.stringMatching(/asked for other:\d+, but server\.public_url is/)]);
  });

  it('leads from HTTP to HTTPS when public_url is https', async () => {
    server = await startMounted({ mount_alias: '/impots', public_url: `https://${NAME}:${httpd.httpsPort}` });
    await httpd.apply([generate(httpd, [server])]);
    const { status, headers } = await send('/impots/do/?a=1');
    expect([status, headers.location]).toEqual([308, `https://${NAME}:${httpd.httpsPort}/impots/do/?a=1`]);
    expect((await send('/impots/do/', 'https')).status).toBe(302);
    expect(findings()).toEqual([]);
  });

  it.each(['proxy_http', 'headers', 'ssl'])(
    'has Apache refuse the file without mod_%s, naming it',
    async (name) => {
      const bare = await prepareHttpd({ without: [name] });
      try {
        await expect(bare.apply([apacheConfig(bare, ['--app', 'date-time'])])).rejects.toThrow(
          `tax-server needs the Apache module ${name}`,
        );
      } finally {
        await bare.stop();
      }
    },
  );

  it('leaves a body that is too large to the server, and one far too large to Apache', async () => {
    server = await startMounted({ mount_alias: '/impots' });
    await httpd.apply([generate(httpd, [server], '--server-name', NAME)]);
    const client = clientOf(httpd, 'http', NAME, '/impots/do');
    await client.start('json');
    await client.login();
    const tooLarge = await client.postJson('/calculer-impots', ' '.repeat(5 * 1024 * 1024));
    expect([tooLarge.status, tooLarge.headers['content-type']]).toEqual([
      413,
      'application/json; charset=utf-8',
    ]);
    const farTooLarge = await client.postJson('/calculer-impots', ' '.repeat(9 * 1024 * 1024));
    expect(farTooLarge.status).toBe(413);
  });
});
