import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import { ServerProcess, untilReady } from './database-server.ts';
import { freePort } from './free-port.ts';

/** What a Debian installation has turned on, then what the generated files ask for. */
const MODULES = [
  ...['mpm_event', 'authz_core', 'dir', 'autoindex', 'reqtimeout', 'filter', 'deflate', 'env', 'setenvif'],
  ...['alias', 'headers', 'proxy', 'proxy_http', 'socache_shmcb', 'ssl'],
  ...['proxy_balancer', 'lbmethod_bybusyness', 'slotmem_shm', 'proxy_hcheck'],
];
const MODULE_FOLDER = '/usr/lib/apache2/modules';

/** Debian's Apache as a private process: own folder, ports, certificate; nothing of /etc/apache2. */
export interface Httpd {
  readonly httpPort: number;
  readonly httpsPort: number;
  readonly certificate: string;
  readonly key: string;
  /** Serves these virtual host files from now on. Rejects with Apache's own words when it does not accept them. */
  readonly apply: (files: readonly string[]) => Promise<void>;
  readonly errorLog: () => string;
  readonly stop: () => Promise<void>;
}

export interface HttpdOptions {
  readonly without?: readonly string[];
}

export async function prepareHttpd({ without = [] }: HttpdOptions = {}): Promise<Httpd> {
  const root = mkdtempSync(join(tmpdir(), 'tax-server-httpd-'));
  for (const folder of ['sites', 'www']) mkdirSync(join(root, folder));
  // It stands for everything else on an administrator's machine, which no virtual host of ours may publish.
  writeFileSync(join(root, 'www', 'index.html'), 'another site');
  const [httpPort, httpsPort] = [await freePort(), await freePort()];
  const { certificate, key } = makeCertificate(root);
  const main = join(root, 'httpd.conf');
  writeFileSync(main, mainConfiguration(root, httpPort, httpsPort, without));
  const args = ['-d', root, '-f', main];
  const errorLog = () => readFileSync(join(root, 'error.log'), 'utf8');
  let server: ServerProcess | undefined;

  async function end(): Promise<void> {
    await server?.end('SIGTERM');
    server = undefined;
  }

  return {
    httpPort,
    httpsPort,
    certificate,
    key,
    errorLog,
    async apply(files) {
      await end();
      rmSync(join(root, 'sites'), { recursive: true });
      mkdirSync(join(root, 'sites'));
      files.forEach((text, index) => {
        writeFileSync(join(root, 'sites', `${index}.conf`), text);
      });
      execFileSync('apache2', [...args, '-t'], { stdio: 'pipe' });
      server = new ServerProcess('apache2', [...args, '-DFOREGROUND']);
      await untilReady(server, () => answers(httpPort)).catch((cause: unknown) => {
        throw new Error(`Apache does not answer: ${errorLog()}`, { cause });
      });
    },
    async stop() {
      await end();
      rmSync(root, { recursive: true, force: true });
    },
  };
}

function mainConfiguration(
  root: string,
  httpPort: number,
  httpsPort: number,
  without: readonly string[],
): string {
  const modules = MODULES.filter((name) => !without.includes(name));
  return [
    `ServerRoot "${root}"`,
    `PidFile "${root}/pid"`,
    `DefaultRuntimeDir "${root}"`,
    'ServerName localhost',
    ...(userInfo().uid === 0 ? ['User www-data', 'Group www-data'] : []),
    ...modules.map((name) => `LoadModule ${name}_module ${MODULE_FOLDER}/mod_${name}.so`),
    `Listen 127.0.0.1:${httpPort}`,
    `Listen 127.0.0.1:${httpsPort}`,
    `ErrorLog "${root}/error.log"`,
    `DocumentRoot "${root}/www"`,
    'IncludeOptional sites/*.conf',
    '',
  ].join('\n');
}

function makeCertificate(folder: string): { certificate: string; key: string } {
  const [certificate, key] = [join(folder, 'test.crt'), join(folder, 'test.key')];
  const subject = ['-subj', '/CN=tax-server test', '-addext', 'subjectAltName=DNS:localhost'];
  execFileSync(
    'openssl',
    [
      'req',
      '-x509',
      '-newkey',
      'rsa:2048',
      '-nodes',
      '-days',
      '2',
      ...subject,
      '-keyout',
      key,
      '-out',
      certificate,
    ],
    { stdio: 'pipe' },
  );
  return { certificate, key };
}

/** Resolves when something speaks HTTP there, whatever it says. */
function answers(port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    const req = request({ host: '127.0.0.1', port, path: '/', agent: false }, (res) => {
      res.resume();
      resolve();
    });
    req.on('error', reject);
    req.end();
  });
}
