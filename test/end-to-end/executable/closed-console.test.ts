import { expect, it } from 'vitest';
import { startServer } from '../support/tax-server.ts';

it('goes on when nobody reads its console any more', async () => {
  const server = await startServer();
  server.process.stdout?.destroy();
  server.process.stderr?.destroy();
  expect(await server.stop()).toBe(0);
});
