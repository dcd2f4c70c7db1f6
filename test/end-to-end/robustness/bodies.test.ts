import { readFile } from 'node:fs/promises';
import { setTimeout as wait } from 'node:timers/promises';
import { brotliCompressSync } from 'node:zlib';
import { expect, it } from 'vitest';
import { ContractClient } from '../support/contract-client.ts';
import { openSocket } from '../support/raw-http.ts';
import { ADMIN, type RunningServer, startServer } from '../support/tax-server.ts';

const CONNECTIONS = 400;
/** It does not grow with the connections, which stay open: a hundred of these bodies are answered, and kept they were 400 MB. */
const MAX_GROWTH_KB = 300_000;

async function memoryKb({ process }: RunningServer): Promise<number> {
  const status = await readFile(`/proc/${process.pid}/status`, 'utf8');
  return Number(/^VmHWM:\s+(\d+) kB$/m.exec(status)?.[1]);
}

/** A body of 4 MB when it is unpacked, without the end of the request. */
function withoutEnd(cookie: string): Buffer {
  const packed = brotliCompressSync(Buffer.alloc(4 * 1024 * 1024 - 1, 'household '));
  const head = [
    'POST /do/calculer-impots HTTP/1.1',
    'Host: x',
    `Cookie: ${cookie}`,
    'Content-Encoding: br',
    'Transfer-Encoding: chunked',
  ];
  const start = Buffer.from(`${head.join('\r\n')}\r\n\r\n${packed.length.toString(16)}\r\n`);
  return Buffer.concat([start, packed, Buffer.from('\r\n')]);
}

it('takes compressed bodies up to a bound, puts off the others, and calculates meanwhile', async () => {
  const server = await startServer({ config: { users: [ADMIN] } });
  const answers: string[] = Array.from({ length: CONNECTIONS }, () => '');
  const sockets = answers.map((_, place) =>
    openSocket(server.port)
      .setEncoding('latin1')
      .on('error', () => undefined)
      .on('data', (text) => {
        answers[place] = `${answers[place]}${text}`;
      }),
  );
  try {
    const client = new ContractClient(`${server.origin}/do`, { tokens: false });
    await client.start('json');
    await client.login();
    const before = await memoryKb(server);
    const bytes = withoutEnd(client.cookieHeader());
    for (const socket of sockets) socket.write(bytes);
    for (let time = 0; time < 20; time += 1) {
      const form = { marié: 'oui', enfants: '2', salaire: '50000' };
      expect((await client.post('/calculer-impot', form)).status).toBe(200);
      await wait(20);
    }
    for (const socket of sockets) if (socket.writable) socket.write('0\r\n\r\n');
    // A text is no list of households; what there was no room for may be sent again.
    const statuses = () => answers.map((answer) => /^HTTP\/1\.1 (\d+)/.exec(answer)?.[1]);
    await expect.poll(() => statuses().includes(undefined), { timeout: 30_000 }).toBe(false);
    expect(statuses().filter((status) => status !== '400' && status !== '503')).toEqual([]);
    expect(statuses()).toContain('400');
    const refused = answers.filter((answer) => answer.startsWith('HTTP/1.1 503'));
    for (const answer of refused) expect(answer).toMatch(/^retry-after: \d+/im);
    expect((await memoryKb(server)) - before).toBeLessThan(MAX_GROWTH_KB);
  } finally {
    for (const socket of sockets) socket.destroy();
    await server.stop();
  }
});
