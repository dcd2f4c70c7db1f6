import { resolve } from 'node:path';
import { describe } from 'vitest';
import { ContractClient } from '../support/contract-client.ts';
import { ADMIN, EARLIER_APPLICATION, type RunningServer, startServer } from '../support/tax-server.ts';
import { browserSuite } from './browser-suite.ts';
import { programSuite } from './program-suite.ts';
import type { ContractTarget } from './target.ts';

describe('the Linux executable', () => {
  programSuite('json', target());
  programSuite('xml', target());
  browserSuite(target());
});

function target(): ContractTarget {
  let server: RunningServer | undefined;
  return {
    mount: '/impots/do',
    prefix: '/do',
    tokens: true,
    async client() {
      server ??= await startServer({
        command: [resolve('dist/tax-server')],
        config: {
          server: { url_prefix: '/do', mount_alias: '/impots' },
          tax: EARLIER_APPLICATION,
          csrf_token: true,
          users: [ADMIN],
        },
      });
      return new ContractClient(`${server.origin}/impots/do`, { tokens: true });
    },
    stop: async () => server?.stop(),
  };
}
