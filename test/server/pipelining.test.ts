import { createServer, type RequestListener, type Server, type ServerResponse } from 'node:http';
import { type AddressInfo, connect, type Socket } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { inTurn, type PipeliningLimits, parseInChunks } from '../../src/server/pipelining.ts';

const opened: (Server | Socket)[] = [];
afterEach(() => {
  for (const one of opened.splice(0)) {
    if ('closeAllConnections' in one) one.close().closeAllConnections();
    else one.destroy();
  }
});

const LIMITS: PipeliningLimits = { ofConnection: 5, inAll: 8 };
const request = (path: string) => `GET /${path} HTTP/1.1\r\nHost: x\r\n\r\n`;
const requests = (count: number) => Array.from({ length: count }, (_, i) => request(String(i))).join('');

/** A server under the limits, to whose port bytes are sent; what it was asked for, in order. */
async function open(answer: RequestListener, limits = LIMITS) {
  const asked: string[] = [];
  const parsed = vi.fn();
  const server = createServer(
    inTurn(limits)((req, res) => {
      asked.push(req.url ?? '');
      answer(req, res);
    }),
  );
  server.prependListener('request', parsed);
  parseInChunks(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  opened.push(server);

  function send(bytes: string) {
    const socket = connect((server.address() as AddressInfo).port, '127.0.0.1').setEncoding('latin1');
    opened.push(socket);
    let received = '';
    let isClosed = false;
    socket.on('data', (text) => {
      received += text;
    });
    socket.on('error', () => undefined);
    socket.on('close', () => {
      isClosed = true;
    });
    socket.write(bytes);
    return { socket, received: () => received, isClosed: () => isClosed };
  }
  return { asked, parsed, send };
}

describe('requests sent before the answers to others', () => {
  it('are handled one at a time, in their order', async () => {
    const underWay: ServerResponse[] = [];
    const { asked, send } = await open((_req, res) => underWay.push(res));
    const client = send(requests(3));
    for (const [index, path] of ['/0', '/1', '/2'].entries()) {
      await vi.waitFor(() => expect(asked.at(-1)).toBe(path));
      await wait(20);
      expect(asked).toHaveLength(index + 1);
      underWay[index]?.end(`answer ${index}`);
    }
    await vi.waitFor(() =>
      expect(client.received().match(/answer \d/g)).toEqual(['answer 0', 'answer 1', 'answer 2']),
    );
  });

  it('wait until the client has taken the answer before', async () => {
    const large = Buffer.alloc(32 * 1024 * 1024);
    const { asked, send } = await open((_req, res) => res.end(large));
    const { socket } = send(requests(2));
    socket.pause();
    await vi.waitFor(() => expect(asked).toEqual(['/0']));
    await wait(50);
    expect(asked).toEqual(['/0']);
    socket.resume();
    await vi.waitFor(() => expect(asked).toEqual(['/0', '/1']), 5_000);
  });

  it('end the connection when there are too many, few of which are looked at', async () => {
    const { parsed, asked, send } = await open(() => undefined);
    const client = send(requests(1_600));
    await vi.waitFor(() => expect(client.isClosed()).toBe(true));
    expect(asked).toEqual(['/0']);
    expect(parsed.mock.calls.length).toBeLessThan(100);
  });

  it('have a number in all, which those of a closed connection leave', async () => {
    const { send } = await open(() => undefined);
    const [first, second] = [send(requests(6)), send(requests(4))];
    await wait(50);
    const third = send(requests(2));
    await vi.waitFor(() => expect(third.isClosed()).toBe(true));
    expect([first.isClosed(), second.isClosed()]).toEqual([false, false]);
    first.socket.destroy();
    await wait(50);
    const fourth = send(requests(5));
    await wait(50);
    expect(fourth.isClosed()).toBe(false);
  });

  it('leave the number when they are handled', async () => {
    const { send } = await open((_req, res) => setImmediate(() => res.end('ok')));
    const client = send('');
    for (let round = 1; round <= 5; round += 1) {
      client.socket.write(requests(5));
      await vi.waitFor(() => expect(client.received().match(/200 OK/g)).toHaveLength(5 * round));
    }
  });
});

describe('a body that comes in chunks', () => {
  it('is whole, and waits while nobody takes it', async () => {
    const body = Array.from({ length: 300_000 }, (_, i) => String.fromCharCode(97 + (i % 26))).join('');
    let got = '';
    const { send } = await open(async (req, res) => {
      req.setEncoding('latin1');
      for await (const text of req) {
        got += text;
        await wait(1);
      }
      res.end('done');
    });
    const client = send(
      `POST / HTTP/1.1\r\nHost: x\r\nContent-Length: ${body.length}\r\n\r\n${body}${request('next')}`,
    );
    await vi.waitFor(() => expect(client.received().match(/done/g)).toHaveLength(2), 5_000);
    expect(got).toBe(body);
  });
});
