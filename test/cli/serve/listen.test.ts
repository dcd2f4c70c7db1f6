import { once } from 'node:events';
import { connect } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { drain, type Listening, listen, PortError } from '../../../src/cli/serve/listen.ts';

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
