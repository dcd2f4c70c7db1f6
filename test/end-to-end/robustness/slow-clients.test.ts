import type { Socket } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { ContractClient } from '../support/contract-client.ts';
import { openSocket } from '../support/raw-http.ts';
import { logOf } from '../support/server-log.ts';
import { ADMIN, type RunningServer, startServer } from '../support/tax-server.ts';

const SLOW_CLIENTS = 200;
const HEAD =
  'POST /do/calculer-impot HTTP/1.1\r\nHost: x\r\nContent-Type: application/x-www-form-urlencoded\r\n';

let server: RunningServer;
const sockets: Socket[] = [];
beforeAll(async () => {
  server = await startServer({ config: { users: [ADMIN] } });
});
afterAll(async () => {
  for (const socket of sockets) socket.destroy();
  await server.stop();
});

function slowly(beginning: string): Socket {
  const socket = openSocket(server.port);
  socket.on('error', () => undefined);
  socket.write(beginning);
  sockets.push(socket);
  return socket;
}

it('serves others while many clients never finish their headers or bodies', async () => {
  for (let i = 0; i < SLOW_CLIENTS; i++)
    slowly(i % 2 ? 'GET /do/ HTTP/1.1\r\nHost:' : `${HEAD}Content-Length: 100\r\n\r\nm`);
  await wait(100);
  const client = new ContractClient(`${server.origin}/do`, { tokens: false });
  await client.start('json');
  expect((await client.login()).status).toBe(200);
  const replies = await Promise.all(
    Array.from({ length: 20 }, () =>
      client.post('/calculer-impot', { marié: 'oui', enfants: '2', salaire: '50000' }),
    ),
  );
  expect(replies.map(({ status }) => status)).toEqual(Array(20).fill(200));
});

it('serves a slow client when it has finished', async () => {
  const socket = slowly('GET /do/health HTT');
  await wait(100);
  socket.setEncoding('latin1');
  socket.write('P/1.1\r\nHost: x\r\n\r\n');
  const answer = await new Promise((resolve) => socket.once('data', resolve));
  expect(answer).toMatch(/^HTTP\/1\.1 200 /);
});

it('minds no client that goes away in the middle', async () => {
  for (let i = 0; i < 20; i++) slowly(`${HEAD}Content-Length: 100\r\n\r\nm`).resetAndDestroy();
  await wait(100);
  expect((await new ContractClient(`${server.origin}/do`, { tokens: false }).start('json')).status).toBe(200);
  expect(await logOf(server)).not.toContain('[error]');
});
