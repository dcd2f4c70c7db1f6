import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe } from 'vitest';
import { stringify } from 'yaml';
import { browserSuite } from '../contract/browser-suite.ts';
import { programSuite } from '../contract/program-suite.ts';
import type { ContractTarget } from '../contract/target.ts';
import { ContractClient } from '../support/contract-client.ts';
import { type Installation, installExecutable } from '../support/executable.ts';
import { freePort } from '../support/free-port.ts';
import { ADMIN, EARLIER_APPLICATION } from '../support/tax-server.ts';

const mountings = [
  { alias: '', prefix: '/do', tokens: false },
  { alias: '/impots', prefix: '/do', tokens: true },
] as const;

describe.each(mountings)('dist/tax-server, alias "$alias", tokens $tokens', (mounting) => {
  programSuite('json', target(mounting));
  programSuite('xml', target(mounting));
  browserSuite(target(mounting));
});

/** The real file, with a configuration beside it. */
function target({ alias, prefix, tokens }: (typeof mountings)[number]): ContractTarget {
  let installation: Installation | undefined;
  let url = '';
  return {
    mount: `${alias}${prefix}`,
    prefix,
    tokens,
    async client() {
      if (!installation) {
        installation = installExecutable();
        url = await start(installation);
      }
      return new ContractClient(url, { tokens });
    },
    stop: async () => installation?.remove(),
  };

  async function start({ folder, start }: Installation): Promise<string> {
    const port = await freePort();
    const config = {
      server: { port, url_prefix: prefix, mount_alias: alias },
      tax: EARLIER_APPLICATION,
      csrf_token: tokens,
      users: [ADMIN],
    };
    writeFileSync(join(folder, 'config.yaml'), stringify(config));
    await start({ args: ['--no-open'] }).says(/^tax-server ready on /m);
    return `http://127.0.0.1:${port}${alias}${prefix}`;
  }
}
