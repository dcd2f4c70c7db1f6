import { join } from 'node:path';
import { afterAll, beforeAll, describe } from 'vitest';
import { apacheConfig, clientOf } from '../apache/virtual-host.ts';
import { browserSuite } from '../contract/browser-suite.ts';
import { programSuite } from '../contract/program-suite.ts';
import type { ContractTarget } from '../contract/target.ts';
import { type Httpd, prepareHttpd } from '../support/httpd.ts';
import { ADMIN, EARLIER_APPLICATION } from '../support/tax-server.ts';
import {
  installOnWindows,
  startConfigured,
  type WindowsInstallation,
} from '../support/windows-installation.ts';

const NAME = 'flask-impots-withmysql';

/** The executable as administrators run it: behind the virtual host that is generated from its own YAML. */
describe('tax-server.exe behind Apache, alias "/impots", prefix "/do"', () => {
  let httpd: Httpd;
  let installation: WindowsInstallation;

  beforeAll(async () => {
    httpd = await prepareHttpd();
    installation = installOnWindows();
    await startConfigured(installation, {
      server: { url_prefix: '/do', mount_alias: '/impots' },
      tax: EARLIER_APPLICATION,
      users: [ADMIN],
    });
    const config = join(installation.folder, 'config.yaml');
    await httpd.apply([apacheConfig(httpd, ['--config', config, '--server-name', NAME])]);
  });
  afterAll(async () => {
    await installation?.remove();
    await httpd?.stop();
  });

  const target: ContractTarget = {
    mount: '/impots/do',
    prefix: '/do',
    tokens: false,
    client: async () => clientOf(httpd, 'https', NAME, '/impots/do'),
  };
  programSuite('json', target);
  browserSuite(target);
});
