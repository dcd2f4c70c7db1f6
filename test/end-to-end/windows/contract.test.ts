import { describe } from 'vitest';
import { browserSuite } from '../contract/browser-suite.ts';
import { programSuite } from '../contract/program-suite.ts';
import type { ContractTarget } from '../contract/target.ts';
import { ContractClient } from '../support/contract-client.ts';
import { ADMIN, EARLIER_APPLICATION } from '../support/tax-server.ts';
import {
  installOnWindows,
  startConfigured,
  type WindowsInstallation,
} from '../support/windows-installation.ts';

const mountings = [
  { alias: '', prefix: '/do', tokens: false },
  { alias: '/impots', prefix: '/do', tokens: true },
] as const;

describe.each(mountings)('tax-server.exe, alias "$alias", prefix "$prefix", tokens $tokens', (mounting) => {
  programSuite('json', target(mounting));
  programSuite('xml', target(mounting));
  browserSuite(target(mounting));
});

function target({ alias, prefix, tokens }: (typeof mountings)[number]): ContractTarget {
  let installation: WindowsInstallation | undefined;
  let origin = '';
  return {
    mount: `${alias}${prefix}`,
    prefix,
    tokens,
    async client() {
      if (!installation) {
        installation = installOnWindows();
        ({ origin } = await startConfigured(installation, {
          server: { url_prefix: prefix, mount_alias: alias },
          tax: EARLIER_APPLICATION,
          csrf_token: tokens,
          users: [ADMIN],
        }));
      }
      return new ContractClient(`${origin}${alias}${prefix}`, { tokens });
    },
    stop: async () => installation?.remove(),
  };
}
