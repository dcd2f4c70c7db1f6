import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { expect, it } from 'vitest';
import { ContractClient } from '../support/contract-client.ts';
import { openSocket } from '../support/raw-http.ts';
import { ADMIN, type RunningServer, startServer } from '../support/tax-server.ts';

const SMALL_HEAP = [process.execPath, '--max-old-space-size=256', resolve('dist/tax-server.cjs')];
const CONNECTIONS = 100;
/** 1,600 requests in one read of 64 kB, or more. */
const REQUESTS = 'GET /do/annees/2025 HTTP/1.1\r\nHost: x\r\n\r\n'.repeat(1_600);
const MAX_GROWTH_KB = 150_000;

async function memoryKb({ process }: RunningServer): Promise<number> {
  const status = await readFile(`/proc/${process.pid}/status`, 'utf8');
  return Number(/^VmHWM:\s+(\d+) kB$/m.exec(status)?.[1]);
}

it('outlives clients that send many requests and read nothing, and calculates for others meanwhile', async () => {
  const server = await startServer({ command: SMALL_HEAP, config: { users: [ADMIN] } });
  const sockets = Array.from({ length: CONNECTIONS }, () =>
    openSocket(server.port)
      .on('error', () => undefined)
      .pause(),
  );
  try {
    const client = new ContractClient(`${server.origin}/do`, { tokens: false });
    await client.start('json');
    await client.login();
    const before = await memoryKb(server);
    for (const socket of sockets) socket.write(REQUESTS);
    for (let i = 0; i < 20; i += 1) {
      const { status } = await client.post('/calculer-impot', {
        marié: 'oui',
        enfants: '2',
        salaire: '50000',
      });
      expect(status).toBe(200);
    }
    expect((await memoryKb(server)) - before).toBeLessThan(MAX_GROWTH_KB);
  } finally {
    for (const socket of sockets) socket.destroy();
    await server.stop();
  }
});
