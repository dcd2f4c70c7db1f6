import { createServer, type RequestListener, type Server, type ServerResponse } from 'node:http';
import { type AddressInfo, connect, type Socket } from 'node:net';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { ConnectionShares } from '../../src/server/connection-shares.ts';

const opened: Server[] = [];
afterEach(() => {
  for (const server of opened.splice(0)) server.close().closeAllConnections();
});

const FRONT_SERVER = '127.0.0.9';
const REQUEST = 'GET / HTTP/1.1\r\nHost: x\r\n\r\n';

/** A server under the bounds, and how to connect to it from an address. */
async function open(bounds: { inAll: number; ofAddress: number }, answer: RequestListener = () => undefined) {
  const shares = new ConnectionShares(bounds, (address) => address === FRONT_SERVER);
  const server = createServer(shares.watch(answer));
  server.on('connection', shares.admit);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  opened.push(server);
  const { port } = server.address() as AddressInfo;

  /** Connected, and admitted or closed by the server. */
  async function from(localAddress: string, bytes = ''): Promise<Socket> {
    const accepted = new Promise((resolve) => server.once(bytes ? 'request' : 'connection', resolve));
    const socket = connect({ port, host: '127.0.0.1', localAddress }).on('error', () => undefined);
    socket.resume().write(bytes);
    await accepted;
    return socket;
  }
  return { from };
}

async function expectClosed(...sockets: readonly Socket[]): Promise<void> {
  await vi.waitFor(() => expect(sockets.map(({ closed }) => closed)).toEqual(sockets.map(() => true)));
}

function expectOpen(...sockets: readonly Socket[]): void {
  expect(sockets.map(({ closed }) => closed)).toEqual(sockets.map(() => false));
}

describe('an address that has its share', () => {
  it('loses the connection that has been idle longest for a new one', async () => {
    const { from } = await open({ inAll: 10, ofAddress: 2 });
    const [first, second] = [await from('127.0.0.2'), await from('127.0.0.2')];
    const third = await from('127.0.0.2');
    await expectClosed(first);
    expectOpen(second, third);
  });

  it('gets no new one while all are in use', async () => {
    const { from } = await open({ inAll: 10, ofAddress: 2 });
    const inUse = [await from('127.0.0.2', REQUEST), await from('127.0.0.2', REQUEST)];
    const third = await from('127.0.0.2');
    await expectClosed(third);
    expectOpen(...inUse);
  });

  it('leaves others theirs, and may be a front server', async () => {
    const { from } = await open({ inAll: 10, ofAddress: 1 });
    const sockets = [await from('127.0.0.2'), await from('127.0.0.3')];
    for (let i = 0; i < 3; i += 1) sockets.push(await from(FRONT_SERVER));
    await expectClosed(await from('127.0.0.2').then(() => sockets[0] as Socket));
    expectOpen(...sockets.slice(1));
  });

  it('may use it again when a connection has ended or an answer has left', async () => {
    const answers: ServerResponse[] = [];
    const { from } = await open({ inAll: 10, ofAddress: 1 }, (_req, res) => answers.push(res));
    const first = await from('127.0.0.2', REQUEST);
    await expectClosed(await from('127.0.0.2'));
    answers[0]?.end('ok');
    await vi.waitFor(() => expect(answers[0]?.closed).toBe(true));
    expectOpen(await from('127.0.0.2'));
    await expectClosed(first);
  });
});

describe('a server without a place', () => {
  it('closes an idle connection of whoever has most of them, and no front server', async () => {
    const { from } = await open({ inAll: 6, ofAddress: 6 });
    const others = [await from(FRONT_SERVER), await from(FRONT_SERVER), await from(FRONT_SERVER)];
    others.push(await from('127.0.0.2'));
    const largest = [await from('127.0.0.3'), await from('127.0.0.3')];
    others.push(await from('127.0.0.4'));
    await expectClosed(largest[0] as Socket);
    expectOpen(...others, largest[1] as Socket);
  });

  it('closes one of a front server when nobody else has any', async () => {
    const { from } = await open({ inAll: 2, ofAddress: 2 });
    const sockets = [await from(FRONT_SERVER), await from(FRONT_SERVER), await from(FRONT_SERVER)];
    await expectClosed(sockets[0] as Socket);
    expectOpen(...sockets.slice(1));
  });

  it('closes the newcomer when all others are in use', async () => {
    const { from } = await open({ inAll: 2, ofAddress: 2 });
    const inUse = [await from('127.0.0.2', REQUEST), await from('127.0.0.3', REQUEST)];
    await expectClosed(await from('127.0.0.4'));
    expectOpen(...inUse);
  });
});
