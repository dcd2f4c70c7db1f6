import { once } from 'node:events';
import type { RequestListener } from 'node:http';
import { connect } from 'node:net';
import { Readable } from 'node:stream';
import { setTimeout as wait } from 'node:timers/promises';
import { afterEach, describe, expect, it } from 'vitest';
import { drain, LIMITS, type Listening, listen, PortError } from '../../src/server/listen.ts';

const opened: Listening[] = [];
afterEach(() => {
  for (const { http } of opened.splice(0)) http.close().closeAllConnections();
});

async function open(port = 0): Promise<Listening> {
  const listening = await listen((_req, res) => res.end('ok'), '127.0.0.1', port);
  opened.push(listening);
  return listening;
}

describe('listening', () => {
  it('names the port that it got', async () => {
    const { port } = await open();
    expect(await (await fetch(`http://127.0.0.1:${port}`)).text()).toBe('ok');
  });

  it('says which port is taken', async () => {
    const { port } = await open();
    await expect(open(port)).rejects.toEqual(expect.any(PortError));
    await expect(open(port)).rejects.toMatchObject({ code: 'EADDRINUSE', host: '127.0.0.1', port });
  });

  it('waits for no client without an end, and longer than a front server keeps idle connections', async () => {
    const { http } = await open();
    expect(http.keepAliveTimeout).toBeGreaterThan(60_000);
    expect(http.headersTimeout).toBeGreaterThan(http.keepAliveTimeout);
    expect(http.requestTimeout).toBeGreaterThanOrEqual(http.headersTimeout);
    expect(http.requestTimeout).toBeLessThanOrEqual(300_000);
  });

  it('outlives connections that cannot be accepted', async () => {
    const { http, port } = await open();
    for (let i = 0; i < 2; i++)
      http.emit('error', Object.assign(new Error('accept EMFILE'), { code: 'EMFILE' }));
    expect((await fetch(`http://127.0.0.1:${port}`)).status).toBe(200);
  });
});

describe('limits on connections', () => {
  const impatient = {
    keepAliveTimeout: 100,
    headersTimeout: 200,
    requestTimeout: 200,
    takingTimeout: 60_000,
    connectionsCheckingInterval: 20,
    backlog: LIMITS.backlog,
    connections: LIMITS.connections,
    pipelining: LIMITS.pipelining,
  };
  const patient = { ...impatient, keepAliveTimeout: 60_000, headersTimeout: 60_000, requestTimeout: 60_000 };

  /** Sends the beginning of a request, and waits until the server has ended the connection. */
  async function endOf(port: number, beginning: string): Promise<string> {
    const socket = connect(port, '127.0.0.1').setEncoding('latin1');
    let received = '';
    socket.on('data', (text) => {
      received += text;
    });
    socket.on('error', () => undefined);
    socket.write(beginning);
    await once(socket, 'close');
    return received;
  }

  async function openLimited(limits: typeof patient): Promise<number> {
    const answer: RequestListener = (req, res) => req.resume().on('end', () => res.end('ok'));
    const listening = await listen(answer, '127.0.0.1', 0, limits);
    opened.push(listening);
    return listening.port;
  }

  it.each([
    ['headers that never end', 'GET / HTTP/1.1\r\nHost: x\r\nX: ', /^HTTP\/1\.1 408 /],
    [
      'a body that never ends',
      'POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 100\r\n\r\na',
      /^HTTP\/1\.1 408 /,
    ],
    [
      'a chunked body that never ends',
      'POST / HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n1\r\na\r\n',
      /^HTTP\/1\.1 408 /,
    ],
    ['no second request', 'GET / HTTP/1.1\r\nHost: x\r\n\r\n', /^HTTP\/1\.1 200 .*ok/s],
    ['nothing at all', '', /^HTTP\/1\.1 408 |^$/],
  ])('end one with %s', async (_, beginning, answer) => {
    expect(await endOf(await openLimited(impatient), beginning)).toMatch(answer);
  });
});

describe('a client that takes nothing', () => {
  /** Far more than the buffers between two sockets hold. */
  const LARGE = Buffer.alloc(32 * 1024 * 1024);
  const limits = {
    keepAliveTimeout: 60_000,
    headersTimeout: 60_000,
    requestTimeout: 60_000,
    takingTimeout: 200,
    connectionsCheckingInterval: 60_000,
    backlog: LIMITS.backlog,
    connections: LIMITS.connections,
    pipelining: LIMITS.pipelining,
  };

  async function served(
    answer: RequestListener,
    { takingTimeout }: { takingTimeout: number } = limits,
  ): Promise<{ port: number; isComplete: Promise<boolean> }> {
    const { promise, resolve } = Promise.withResolvers<boolean>();
    const watched: RequestListener = (req, res) => {
      res.on('close', () => resolve(res.writableFinished));
      answer(req, res);
    };
    const listening = await listen(watched, '127.0.0.1', 0, { ...limits, takingTimeout });
    opened.push(listening);
    return { port: listening.port, isComplete: promise };
  }

  function send(port: number, request: string) {
    const socket = connect(port, '127.0.0.1').on('error', () => undefined);
    socket.write(request);
    return socket;
  }

  it('is not waited for', async () => {
    const { port, isComplete } = await served((_req, res) => res.end(LARGE));
    send(port, 'GET / HTTP/1.1\r\nHost: x\r\n\r\n');
    expect(await isComplete).toBe(false);
  });

  it('is not waited for when its answer comes from a stream', async () => {
    const { port, isComplete } = await served((_req, res) => Readable.from([LARGE, LARGE]).pipe(res));
    send(port, 'GET / HTTP/1.1\r\nHost: x\r\n\r\n');
    expect(await isComplete).toBe(false);
  });

  it('is waited for when it takes its time', async () => {
    const takingTimeout = 1_000;
    const begin = performance.now();
    const { port, isComplete } = await served((_req, res) => res.end(LARGE), { takingTimeout });
    const socket = send(port, 'GET / HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n');
    let taken = 0;
    for await (const bytes of socket) {
      taken += (bytes as Buffer).length;
      await wait(3);
    }
    expect(await isComplete).toBe(true);
    expect(performance.now() - begin).toBeGreaterThan(takingTimeout);
    expect(taken).toBeGreaterThan(LARGE.length);
  });

  it('is waited for when it pauses in sending', async () => {
    const { port, isComplete } = await served((req, res) => req.resume().on('end', () => res.end('ok')));
    const socket = send(port, 'POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 2\r\n\r\na');
    await wait(3 * limits.takingTimeout);
    socket.resume().write('b');
    expect(await isComplete).toBe(true);
  });
});

describe('draining', () => {
  it('ends connections that do not finish in time', async () => {
    const { http, port } = await open();
    const socket = connect(port, '127.0.0.1');
    socket.write('GET / HTTP/1.1\r\nHost:');
    await once(http, 'connection');
    const closed = once(
      socket.on('error', () => undefined),
      'close',
    );
    await drain(http, { noticeMs: 0, drainMs: 50 });
    await closed;
    expect(http.listening).toBe(false);
  });
});
