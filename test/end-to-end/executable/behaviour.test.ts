import { once } from 'node:events';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { connect, createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ContractClient } from '../support/contract-client.ts';
import { type Installation, installExecutable, type Start } from '../support/executable.ts';
import { freePort } from '../support/free-port.ts';
import { http } from '../support/http-client.ts';
import { fakeBrowser, openedAddresses } from './fake-browser.ts';

const READY = /^tax-server ready on /m;

/** Files that stand where the configuration or the database is expected, and what the program says of them. */
const badFiles: readonly {
  readonly what: string;
  readonly name: string;
  readonly content: string | Buffer;
  readonly says: RegExp;
  readonly code: number;
}[] = [
  {
    what: 'a tab in the YAML',
    name: 'config.yaml',
    content: 'server:\n\tport: 1',
    says: /line 2.*\n.*tab/i,
    code: 1,
  },
  {
    what: 'UTF-16',
    name: 'config.yaml',
    content: Buffer.from('\ufeffport', 'utf16le'),
    says: /UTF-16/,
    code: 1,
  },
  { what: 'a hidden extension', name: 'config.yaml.txt', content: '', says: /config\.yaml\.txt/, code: 1 },
  {
    what: 'a file that is no database',
    name: 'tax-server.db',
    content: 'Bonjour'.repeat(999),
    says: /is damaged or is not a database/,
    code: 2,
  },
];

/** What people expect of the file that they start, whatever the system; for Windows alone, see ../windows. */
describe('dist/tax-server', () => {
  let installation: Installation;
  let port: number;
  beforeEach(async () => {
    installation = installExecutable();
    port = await freePort();
  });
  afterEach(() => installation.remove());

  const start = (options?: Start) => installation.start(options);
  const inFolder = (name = '') => join(installation.folder, name);
  const write = (name: string, content: string | Buffer) => writeFileSync(inFolder(name), content);

  it('is all that is needed: alone in a folder, it serves every page', async () => {
    const server = start({ args: ['--port', String(port)], language: 'fr' });
    await server.says(READY);
    expect(server.output()).toContain(inFolder('tax-server.db'));
    expect(server.output()).toContain('Ctrl+C arrête le serveur.');
    expect(existsSync(inFolder('logs/tax-server.log'))).toBe(true);
    const [, code] = /\/do\/acces\/([\w-]+)/.exec(server.output()) ?? [];
    const client = new ContractClient(`http://127.0.0.1:${port}/do`, { tokens: false });
    const { reply } = await client.follow(await client.send(`/acces/${code}`));
    expect(reply.status).toBe(200);
    const assets = [...reply.body.matchAll(/(?:href|src)="([^"]+\.\w{2,4})"/g)].map(([, path]) => path);
    expect(assets.length).toBeGreaterThan(2);
    for (const path of assets) {
      expect((await http(`http://127.0.0.1:${port}${path}`)).status, path).toBe(200);
    }
  });

  it('stops on Ctrl+C and leaves a whole database', async () => {
    const server = start({ args: ['--port', String(port)] });
    await server.says(READY);
    server.interrupt();
    expect(await server.exited).toBe(0);
    expect(readdirSync(inFolder()).filter((name) => name.startsWith('tax-server.db'))).toEqual([
      'tax-server.db',
    ]);
  });

  it('finishes a request that is under way, unless Ctrl+C comes twice', async () => {
    const server = start({ args: ['--port', String(port)] });
    await server.says(READY);
    const socket = connect(port, '127.0.0.1');
    socket.on('error', () => undefined);
    await once(socket, 'connect');
    socket.write(
      'POST /do/authentifier-utilisateur HTTP/1.1\r\nHost: localhost\r\nContent-Length: 99\r\n\r\nuser=',
    );
    await wait(300);
    server.interrupt();
    await wait(1_000);
    expect(server.isRunning()).toBe(true);
    server.interrupt();
    expect(await server.exited).toBe(1);
    socket.destroy();
  });

  it('opens the browser on a double click, and a second one shows the server that runs', async () => {
    write('config.yaml', `server: { port: ${port} }\n`);
    fakeBrowser(inFolder());
    const first = start({ isTerminal: true });
    await first.says(READY);
    const [link = ''] = await openedAddresses(inFolder(), 1);
    expect(link).toMatch(new RegExp(`^http://127\\.0\\.0\\.1:${port}/do/acces/[\\w-]{43}$`));
    expect((await http(link)).status).toBe(302);
    const second = start({ isTerminal: true });
    expect(await second.exited).toBe(0);
    expect(second.output()).toContain(`tax-server is running already: http://127.0.0.1:${port}/do/`);
    expect(await openedAddresses(inFolder(), 2)).toEqual([link, `http://127.0.0.1:${port}/do/`]);
    expect(first.isRunning()).toBe(true);
  });

  it('names the port that another program has', async () => {
    const other = createServer((socket) => socket.end('HTTP/1.1 404 Not Found\r\n\r\n')).listen(
      0,
      '127.0.0.1',
    );
    await once(other, 'listening');
    const taken = (other.address() as { port: number }).port;
    const server = start({ args: ['--port', String(taken)] });
    expect(await server.exited).toBe(1);
    other.close();
    expect(server.output()).toContain(`Port ${taken} of 127.0.0.1 is taken by another program.`);
    expect(server.output()).toMatch(/server\.port in config\.yaml[\s\S]*ss -ltnp/);
  });

  it('reads a configuration that Notepad has saved', async () => {
    write(
      'config.yaml',
      `\ufeffserver:\r\n  port: ${port}\r\n  mount_alias: /impots\r\n  url_prefix: /do\r\n`,
    );
    const server = start({ args: ['--no-open'] });
    await server.says(/^tax-server ready on .*\/impots\/do$/m);
    expect((await http(`http://127.0.0.1:${port}/impots/do/health`)).status).toBe(200);
  });

  it('runs several configurations side by side, each named from the current folder', async () => {
    const ports = [await freePort(), await freePort()];
    const servers = ports.map((each, index) => {
      write(
        `${index}.yaml`,
        `server: { port: ${each} }\ndatabase: { kind: sqlite, file: ${index}.db }\nlog: { file: ${index}.log }\n`,
      );
      return start({ cwd: 'own', args: ['--no-open', '--config', `${index}.yaml`] });
    });
    for (const server of servers) await server.says(READY);
    expect(readdirSync(inFolder())).toEqual(expect.arrayContaining(['0.db', '0.log', '1.db', '1.log']));
  });

  it.each(badFiles)('explains $what', async ({ name, content, says, code }) => {
    write(name, content);
    const server = start({ args: ['--no-open', '--port', String(port)] });
    expect(await server.exited).toBe(code);
    expect(server.output()).toMatch(says);
    expect(readFileSync(inFolder(name))).toEqual(Buffer.from(content as string));
  });
});
