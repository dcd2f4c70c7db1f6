import { EventEmitter, once } from 'node:events';
import type { AddressInfo, Socket } from 'node:net';
import { connect } from 'node:net';
import { PassThrough } from 'node:stream';
import { setTimeout as wait } from 'node:timers/promises';
import { brotliCompressSync, deflateSync, gzipSync } from 'node:zlib';
import express, { type ErrorRequestHandler, type Request, type Response } from 'express';
import { afterEach, describe, expect, it } from 'vitest';
import { BodyClaim, BodyRoom } from '../../../src/web/http/body-room.ts';
import { Problem } from '../../../src/web/http/problem.ts';
import { type BodyBounds, readBody } from '../../../src/web/http/read-body.ts';

const closers: (() => void)[] = [];
afterEach(() => {
  for (const close of closers.splice(0)) close();
});

/** Answers with what it read, when it is let; refusals with their status and their text. */
async function open(bounds: Partial<BodyBounds> = {}, answered = Promise.resolve()) {
  const room = new BodyRoom(100_000);
  const read = Promise.withResolvers<void>();
  const application = express();
  application.use(async (req, res) => {
    const body = await readBody(req, res, { limit: 60_000, room, mayBeCompressed: true, ...bounds });
    read.resolve();
    await answered;
    res.end(body);
  });
  const refuse: ErrorRequestHandler = (error, _req, res, _next) => {
    const { status, explanation, headers } = error as Problem;
    if (error instanceof Problem)
      res.set(headers).status(status).end(`${explanation.id} ${explanation.values.reason}`);
    else res.status(500).end(String(error));
  };
  application.use(refuse);
  const server = application.listen(0, '127.0.0.1');
  await once(server, 'listening');
  closers.push(() => server.close().closeAllConnections());
  const { port } = server.address() as AddressInfo;
  return {
    room,
    isRead: read.promise,
    async send(body: Buffer | string, headers: Record<string, string> = {}) {
      const answer = await fetch(`http://127.0.0.1:${port}`, {
        method: 'POST',
        body: typeof body === 'string' ? body : new Uint8Array(body),
        headers,
      });
      return { status: answer.status, text: await answer.text(), headers: answer.headers };
    },
    begin(text: string): Socket {
      const socket = connect(port, '127.0.0.1').setEncoding('latin1');
      closers.push(() => socket.destroy());
      socket.on('error', () => undefined);
      socket.write(text);
      return socket;
    },
  };
}

/** Whether all of the room is there again, once whatever ends has ended. */
async function isEmpty(room: BodyRoom): Promise<boolean> {
  for (let turn = 0; turn < 200; turn += 1) {
    if (room.take(100_000)) return true;
    await wait(10);
  }
  return false;
}

const TEXT = 'a body '.repeat(1_000);

describe('reading a body', () => {
  it.each([
    ['as it is', TEXT, {}],
    ['in gzip', gzipSync(TEXT), { 'content-encoding': 'gzip' }],
    ['in deflate', deflateSync(TEXT), { 'content-encoding': 'deflate' }],
    ['in brotli', brotliCompressSync(TEXT), { 'content-encoding': 'BR' }],
  ])('takes it %s', async (_, body, headers) => {
    const { send, room } = await open();
    expect(await send(body, headers)).toMatchObject({ status: 200, text: TEXT });
    expect(await isEmpty(room)).toBe(true);
  });

  it.each([
    ['too many bytes', 413, 'bodyTooLarge', Buffer.alloc(60_001), {}],
    [
      'too many bytes unpacked',
      413,
      'bodyTooLarge',
      gzipSync(Buffer.alloc(60_001)),
      { 'content-encoding': 'gzip' },
    ],
    ['an unknown encoding', 415, 'unsupported content encoding "zip"', 'x', { 'content-encoding': 'zip' }],
    ['no gzip', 400, 'incorrect header check', 'no gzip', { 'content-encoding': 'gzip' }],
    [
      'half of a gzip',
      400,
      'unexpected end of file',
      gzipSync(TEXT).subarray(0, 30),
      { 'content-encoding': 'gzip' },
    ],
  ])('refuses %s and holds nothing of it', async (_, status, reason, body, headers) => {
    const { send, room } = await open();
    const answer = await send(body, headers);
    expect(answer.status).toBe(status);
    expect(answer.text).toContain(reason);
    expect(await isEmpty(room)).toBe(true);
  });

  it('unpacks nothing where it must not', async () => {
    const { send } = await open({ mayBeCompressed: false });
    expect((await send(gzipSync(TEXT), { 'content-encoding': 'gzip' })).status).toBe(415);
  });
});

describe('the room of all bodies', () => {
  it('holds a body until it is answered, and puts off whom it has no room for', async () => {
    const answered = Promise.withResolvers<void>();
    const { send, isRead, room } = await open({}, answered.promise);
    const first = send(Buffer.alloc(60_000));
    await isRead;
    const second = await send(gzipSync(Buffer.alloc(50_000)), { 'content-encoding': 'gzip' });
    expect(second).toMatchObject({ status: 503, text: expect.stringContaining('bodiesBusy') });
    expect(Number(second.headers.get('retry-after'))).toBeGreaterThan(0);
    answered.resolve();
    expect((await first).status).toBe(200);
    expect(await isEmpty(room)).toBe(true);
    room.giveBack(100_000);
    expect((await send(Buffer.alloc(50_000))).status).toBe(200);
  });

  it('has back what a client held that is gone', async () => {
    const { begin, room } = await open();
    const socket = begin(`POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 50000\r\n\r\n${'x'.repeat(40_000)}`);
    while (room.take(60_001)) {
      room.giveBack(60_001);
      await wait(5);
    }
    socket.destroy();
    expect(await isEmpty(room)).toBe(true);
  });

  it('takes nothing more for a client that has gone', () => {
    const [room, res] = [new BodyRoom(10), new EventEmitter()];
    const claim = new BodyClaim(room, res as Response);
    expect(claim.take(4)).toBe(true);
    res.emit('close');
    expect(claim.take(4)).toBe(false);
    expect(room.take(10)).toBe(true);
  });

  it('has no more unpacked than it holds', async () => {
    const { send, room } = await open({ limit: 1_000_000 });
    const packed = gzipSync(Buffer.alloc(1_000_000));
    expect(await send(packed, { 'content-encoding': 'gzip' })).toMatchObject({ status: 503 });
    expect(await isEmpty(room)).toBe(true);
  });
});

it('unpacks so many bodies as there is room for, and puts off the others', async () => {
  const { send, room } = await open();
  const body = gzipSync(Buffer.alloc(50_000));
  const sendOne = () => send(body, { 'content-encoding': 'gzip' });
  const statuses = (await Promise.all(Array.from({ length: 30 }, sendOne))).map(({ status }) => status);
  expect(statuses).toContain(200);
  expect(statuses.filter((status) => status !== 200 && status !== 503)).toEqual([]);
  expect(await isEmpty(room)).toBe(true);
});

it('waits for nothing from a client that has left already', async () => {
  const req = Object.assign(new PassThrough(), { headers: {} });
  req.destroy();
  await once(req, 'close');
  const bounds = { limit: 10, room: new BodyRoom(10), mayBeCompressed: true };
  const reading = readBody(req as unknown as Request, new EventEmitter() as Response, bounds);
  await expect(reading).rejects.toMatchObject({ status: 400 });
});
