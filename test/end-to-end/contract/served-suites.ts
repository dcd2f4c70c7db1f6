import { ContractClient } from '../support/contract-client.ts';
import { ADMIN, EARLIER_APPLICATION } from '../support/tax-server.ts';
import { browserSuite } from './browser-suite.ts';
import { programSuite } from './program-suite.ts';
import type { ContractTarget } from './target.ts';

/** Where the application is at its server, and whether every URL ends with a token. */
export interface Mounting {
  readonly alias: string;
  readonly prefix: string;
  readonly tokens: boolean;
}

/** The mountings that differ most from each other. */
export const plainAndFull: readonly Mounting[] = [
  { alias: '', prefix: '/do', tokens: false },
  { alias: '/impots', prefix: '/do', tokens: true },
];

/** Starts a server with these settings, of which the port is its own. */
export type Serve = (
  settings: Settings,
) => Promise<{ readonly origin: string; readonly stop: () => unknown }>;

type Settings = Readonly<Record<string, unknown>> & { readonly server: object };

/** The whole contract, in its three representations, each on a server of its own. */
export function servedSuites(mounting: Mounting, serve: Serve): void {
  programSuite('json', target(mounting, serve));
  programSuite('xml', target(mounting, serve));
  browserSuite(target(mounting, serve));
}

function target({ alias, prefix, tokens }: Mounting, serve: Serve): ContractTarget {
  let server: Awaited<ReturnType<Serve>> | undefined;
  return {
    mount: `${alias}${prefix}`,
    prefix,
    tokens,
    async client() {
      server ??= await serve({
        server: { url_prefix: prefix, mount_alias: alias },
        tax: EARLIER_APPLICATION,
        csrf_token: tokens,
        users: [ADMIN],
      });
      return new ContractClient(`${server.origin}${alias}${prefix}`, { tokens });
    },
    stop: async () => server?.stop(),
  };
}
