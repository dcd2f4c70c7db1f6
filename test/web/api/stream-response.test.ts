import { once } from 'node:events';
import { type ClientRequest, type IncomingMessage, request } from 'node:http';
import { buffer } from 'node:stream/consumers';
import type { Request, Response } from 'express';
import { afterEach, expect, it } from 'vitest';
import type { Spool } from '../../../src/model/spool.ts';
import { LIMITS, type Listening, listen } from '../../../src/server/listen.ts';
import { streamResponse } from '../../../src/web/api/stream-response.ts';
import type { Patience } from '../../../src/web/http/stream.ts';

/** Far more than the buffers between two sockets hold. */
const BYTES = 16 * 1024 * 1024;

let server: Listening | undefined;
afterEach(() => {
  server?.http.close().closeAllConnections();
});

const noPatience: Patience = (onEnd) => {
  const turn = setImmediate(onEnd);
  return () => clearImmediate(turn);
};
const endlessPatience: Patience = () => () => undefined;

/** In memory, with room for so many bytes at a time. */
function memorySpool(room: number) {
  const used = Promise.withResolvers<void>();
  let kept: Uint8Array[] = [];
  let size = 0;
  const spool: Spool & { spooled: number; isClosed: boolean; readonly isUsed: Promise<void> } = {
    isUsed: used.promise,
    spooled: 0,
    isClosed: false,
    async write(bytes) {
      if (size + bytes.length > room) return false;
      size += bytes.length;
      kept.push(Buffer.from(bytes));
      spool.spooled += bytes.length;
      used.resolve();
      return true;
    },
    async *read() {
      const all = kept;
      kept = [];
      size = 0;
      yield* all;
    },
    async close() {
      spool.isClosed = true;
    },
  };
  return spool;
}

/** A server that answers with what it is sent. */
async function echo(
  spool: Spool,
  { limits = LIMITS, patience = noPatience } = {},
): Promise<{ port: number; end: Promise<unknown> }> {
  const { promise, resolve } = Promise.withResolvers<unknown>();
  server = await listen(
    (req, res) => {
      streamResponse(req, req as Request, res as Response, spool, patience).then(
        () => resolve(null),
        (error) => {
          res.destroy();
          resolve(error);
        },
      );
    },
    '127.0.0.1',
    0,
    limits,
  );
  return { port: server.port, end: promise };
}

function post(port: number): ClientRequest {
  return request({ host: '127.0.0.1', port, method: 'POST', agent: false });
}

const body = Buffer.alloc(BYTES, 'household ');

it('answers a client that reads nothing before it has sent everything', async () => {
  const spool = memorySpool(BYTES);
  const { port, end } = await echo(spool);
  const req = post(port);
  const responded = once(req, 'response');
  await new Promise<void>((resolve) => req.end(body, resolve));
  const [res] = (await responded) as [IncomingMessage];
  expect((await buffer(res)).equals(body)).toBe(true);
  expect(await end).toBeNull();
  expect(spool.spooled).toBeGreaterThan(0);
  expect(spool.isClosed).toBe(true);
});

it('keeps nothing for a client that reads meanwhile', async () => {
  const spool = memorySpool(BYTES);
  const { port } = await echo(spool, { patience: endlessPatience });
  const req = post(port);
  const responded = once(req, 'response');
  req.write(body.subarray(0, BYTES / 2));
  const [res] = (await responded) as [IncomingMessage];
  const answer = buffer(res);
  req.end(body.subarray(BYTES / 2));
  expect((await answer).equals(body)).toBe(true);
  expect(spool.spooled).toBe(0);
});

it('loses no byte of an answer that is larger than the room', async () => {
  const spool = memorySpool(100_000);
  const { port, end } = await echo(spool);
  const req = post(port);
  const responded = once(req, 'response');
  req.end(body);
  const [res] = (await responded) as [IncomingMessage];
  await spool.isUsed;
  expect((await buffer(res)).equals(body)).toBe(true);
  expect(await end).toBeNull();
});

it('lets go of everything when the client is gone', async () => {
  const spool = memorySpool(BYTES);
  const { port, end } = await echo(spool);
  const req = post(port);
  req.on('error', () => undefined);
  const responded = once(req, 'response');
  req.write(body);
  await responded;
  await spool.isUsed;
  req.destroy();
  expect(await end).toBeInstanceOf(Error);
  expect(spool.isClosed).toBe(true);
});

it('lets go of everything when the client has sent all and takes nothing', async () => {
  const spool = memorySpool(BYTES);
  const { port, end } = await echo(spool, { limits: { ...LIMITS, takingTimeout: 200 } });
  const req = post(port);
  req.on('error', () => undefined);
  // Nobody reads it.
  const responded = once(req, 'response');
  await new Promise<void>((resolve) => req.end(body, resolve));
  await responded;
  expect(await end).toBeInstanceOf(Error);
  expect(spool.spooled).toBeGreaterThan(0);
  expect(spool.isClosed).toBe(true);
});
