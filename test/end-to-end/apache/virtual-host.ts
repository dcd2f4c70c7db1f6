import { execFileSync } from 'node:child_process';
import { join, resolve } from 'node:path';
import { ContractClient } from '../support/contract-client.ts';
import type { Httpd } from '../support/httpd.ts';
import {
  ADMIN,
  EARLIER_APPLICATION,
  type RunningServer,
  type ServerOptions,
  startServer,
} from '../support/tax-server.ts';

export type Scheme = 'http' | 'https';

const BUNDLE = resolve('dist/tax-server.cjs');

/** What `tax-server apache-config` prints for servers as they run, on the ports of this httpd. */
export function generate(
  httpd: Httpd,
  servers: readonly RunningServer[],
  ...args: readonly string[]
): string {
  const configs = servers.flatMap(({ folder }) => ['--config', join(folder, 'config.yaml')]);
  return apacheConfig(httpd, [...configs, ...args]);
}

export function apacheConfig(httpd: Httpd, args: readonly string[], https = true): string {
  const ports = ['--listen', `127.0.0.1:${httpd.httpPort}`, '--listen-https', `127.0.0.1:${httpd.httpsPort}`];
  const tls = https ? ['--https', '--certificate', httpd.certificate, '--key', httpd.key] : [];
  return execFileSync(process.execPath, [BUNDLE, 'apache-config', ...ports, ...tls, ...args], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
  });
}

export function originOf(httpd: Httpd, scheme: Scheme, serverName: string): string {
  return `${scheme}://${serverName}:${scheme === 'https' ? httpd.httpsPort : httpd.httpPort}`;
}

/** A client of a virtual host, whose name no DNS knows. */
export function clientOf(httpd: Httpd, scheme: Scheme, serverName: string, mount: string, tokens = false) {
  const port = scheme === 'https' ? httpd.httpsPort : httpd.httpPort;
  return new ContractClient(`${originOf(httpd, scheme, serverName)}${mount}`, {
    tokens,
    connectTo: { host: '127.0.0.1', port },
  });
}

/** A server as the earlier application was, mounted somewhere. */
export function startMounted(
  server: object,
  more: object = {},
  options: Pick<ServerOptions, 'port' | 'folder'> = {},
): Promise<RunningServer> {
  return startServer({ config: { server, tax: EARLIER_APPLICATION, users: [ADMIN], ...more }, ...options });
}
