import { describe } from 'vitest';
import { ContractClient } from '../support/contract-client.ts';
import { ADMIN, EARLIER_APPLICATION, type RunningServer, startServer } from '../support/tax-server.ts';
import { browserSuite } from './browser-suite.ts';
import { programSuite } from './program-suite.ts';
import type { ContractTarget } from './target.ts';

interface Mounting {
  readonly alias: string;
  readonly prefix: string;
  readonly tokens: boolean;
}

const mountings: readonly Mounting[] = [
  { alias: '', prefix: '/do', tokens: false },
  { alias: '', prefix: '/do', tokens: true },
  { alias: '', prefix: '', tokens: false },
  { alias: '/impots', prefix: '', tokens: false },
  { alias: '/impots', prefix: '/do', tokens: false },
  { alias: '/impots', prefix: '/do', tokens: true },
  { alias: '/a/b', prefix: '/do', tokens: false },
  { alias: '', prefix: '/impots/do', tokens: false },
];

describe.each(mountings)('alias "$alias", prefix "$prefix", tokens $tokens', (mounting) => {
  programSuite('json', target(mounting));
  programSuite('xml', target(mounting));
  browserSuite(target(mounting));
});

function target({ alias, prefix, tokens }: Mounting): ContractTarget {
  let server: RunningServer | undefined;
  return {
    mount: `${alias}${prefix}`,
    prefix,
    tokens,
    async client() {
      server ??= await startServer({
        config: {
          server: { url_prefix: prefix, mount_alias: alias },
          tax: EARLIER_APPLICATION,
          csrf_token: tokens,
          users: [ADMIN],
        },
      });
      return new ContractClient(`${server.origin}${alias}${prefix}`, { tokens });
    },
    stop: async () => server?.stop(),
  };
}
