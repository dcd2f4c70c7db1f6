import { setTimeout as wait } from 'node:timers/promises';
import { brotliCompressSync } from 'node:zlib';
import { basic } from '../../test/end-to-end/api/api-callers.ts';
import { openSocket } from '../../test/end-to-end/support/raw-http.ts';

/** Where to send what, and until when. */
export interface Target {
  readonly port: number;
  /** Of a signed-in JSON session. */
  readonly cookie: string;
  /** Of `performance.now()`. */
  readonly until: number;
}

/** What one client does, for as long as it is let. Resolves to the bytes that it has sent. */
export type Attack = (target: Target) => Promise<number>;

const isLeft = ({ until }: Target) => performance.now() < until;

function head(method: string, path: string, ...headers: readonly string[]): string {
  return [`${method} ${path} HTTP/1.1`, 'Host: localhost', ...headers, '', ''].join('\r\n');
}

/** Sends bytes on so many connections, reads nothing, and stays. */
async function sendAndStay(target: Target, connections: number, bytes: string | Uint8Array): Promise<number> {
  const sockets = Array.from({ length: connections }, () => openSocket(target.port).pause());
  for (const socket of sockets) socket.on('error', () => undefined).write(bytes);
  while (isLeft(target)) await wait(50);
  const sent = sockets.reduce((sum, socket) => sum + socket.bytesWritten, 0);
  for (const socket of sockets) socket.destroy();
  return sent;
}

/** Sends bytes on so many connections, each again as soon as it has been answered or closed. */
async function sendAgain(target: Target, connections: number, bytes: string | Uint8Array): Promise<number> {
  let sent = 0;
  async function keepSending(): Promise<void> {
    while (isLeft(target)) {
      const more = await exchange(target, bytes);
      sent += more;
    }
  }
  await Promise.all(Array.from({ length: connections }, keepSending));
  return sent;
}

/** Until the server closes the connection, or the time is over. */
function exchange({ port, until }: Target, bytes: string | Uint8Array): Promise<number> {
  return new Promise((resolve) => {
    const socket = openSocket(port).on('error', () => undefined);
    const timer = setTimeout(() => socket.destroy(), Math.max(0, until - performance.now()));
    socket.resume().on('close', () => {
      clearTimeout(timer);
      resolve(socket.bytesWritten);
    });
    socket.write(bytes);
  });
}

/** A body of 14 bytes or so that has 4 MB in it; the end of the request never comes. */
function endlessBody(...headers: readonly string[]): Buffer {
  const packed = brotliCompressSync(Buffer.alloc(4 * 1024 * 1024));
  const start = head(
    'POST',
    '/do/calculer-impots',
    'Content-Encoding: br',
    'Transfer-Encoding: chunked',
    ...headers,
  );
  return Buffer.concat([
    Buffer.from(`${start}${packed.length.toString(16)}\r\n`),
    packed,
    Buffer.from('\r\n'),
  ]);
}

function post(path: string, body: string, ...headers: readonly string[]): string {
  return head('POST', path, 'Connection: close', `Content-Length: ${body.length}`, ...headers) + body;
}

const caller = `Authorization: ${basic('admin', 'admin').authorization}`;
const BATCH = '/do/api/v1/calculations/batch';
const ITEM = '{"household":{"status":"single","declarants":[{"salary":30000}]}}\n';

/** Tries with wrong passwords, of which nobody waits for the verdict. */
async function signInAndGo(target: Target): Promise<number> {
  let sent = 0;
  for (let number = 0; isLeft(target); number += 1) {
    const authorization = `Authorization: ${basic(`user${number}`, 'wrong').authorization}`;
    const bytes = head('GET', '/do/api/v1/tax-years', authorization);
    const socket = openSocket(target.port).on('error', () => undefined);
    socket.write(bytes, () => socket.destroy());
    sent += bytes.length;
    if (number % 10 === 0) await wait(5);
  }
  return sent;
}

/** By the name that the table of docs/security.md has. */
export const attacks: Readonly<Record<string, Attack>> = {
  nothing: async (target) => {
    while (isLeft(target)) await wait(50);
    return 0;
  },
  'pipelined requests': (target) => sendAndStay(target, 200, head('GET', '/do/annees/2025').repeat(1_600)),
  'compressed bodies of strangers': (target) => sendAndStay(target, 400, endlessBody()),
  'compressed bodies of a session': (target) =>
    sendAndStay(target, 400, endlessBody(`Cookie: ${target.cookie}`)),
  'whole compressed bodies of a session': (target) => {
    const headers = [`Cookie: ${target.cookie}`, 'Connection: close'];
    return sendAgain(target, 100, Buffer.concat([endlessBody(...headers), Buffer.from('0\r\n\r\n')]));
  },
  'a number of 80,000 digits': (target) => {
    const body = `[{"marié":"oui","enfants":2,"salaire":50000,"impôt":"${'1'.repeat(80_000)}x"}]`;
    const bytes = Buffer.from(body).toString('latin1');
    return sendAgain(
      target,
      4,
      Buffer.from(post('/do/calculer-impots', bytes, `Cookie: ${target.cookie}`), 'latin1'),
    );
  },
  'a million commas': (target) =>
    sendAgain(target, 4, post(BATCH, `[${','.repeat(1_000_000)}]`, 'Content-Type: application/json', caller)),
  '60 batches': (target) =>
    sendAgain(target, 60, post(BATCH, ITEM.repeat(50_000), 'Content-Type: application/x-ndjson', caller)),
  'long addresses': (target) =>
    sendAgain(target, 20, head('GET', `/do/${'x'.repeat(7_000)}`, 'Connection: close')),
  'sign-ins of those who go': signInAndGo,
};
