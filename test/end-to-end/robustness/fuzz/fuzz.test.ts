import { afterAll, beforeAll, expect, it } from 'vitest';
import { http } from '../../support/http-client.ts';
import { logOf } from '../../support/server-log.ts';
import { ADMIN, type RunningServer, startServer } from '../../support/tax-server.ts';
import { fuzz } from './fuzz.ts';

/** What fails once fails again; `npm run soak` draws other requests each time. */
const SEED = 20_180_101;

let server: RunningServer;
beforeAll(async () => {
  server = await startServer({ config: { users: [ADMIN] } });
});
afterAll(() => server.stop());

it('2,000 random requests: no failure, no stack trace, no error in the log, and the server goes on', async () => {
  const statuses = await fuzz(server, { requests: 2_000, seed: SEED });
  // Most are refused, for many reasons, and some are right: the requests reach the actions.
  expect([...statuses.keys()]).toEqual(expect.arrayContaining([200, 302, 400, 404, 405]));
  const log = await logOf(server);
  expect(log.length).toBeGreaterThan(100_000);
  expect(log.split('\n').filter((line) => line.includes('[error]'))).toEqual([]);
  expect(server.process.exitCode).toBeNull();
  expect((await http(`${server.origin}/do/health`)).status).toBe(200);
}, 120_000);
