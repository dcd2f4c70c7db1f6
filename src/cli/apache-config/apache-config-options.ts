import { resolve, win32 } from 'node:path';
import type { Endpoint } from '../../apache/site.ts';
import { integerOption } from '../integer-option.ts';
import { parseOptions } from '../parse-options.ts';
import { UsageError } from '../usage-error.ts';

export interface ApacheOptions {
  /** As typed; empty for the configuration beside the program. */
  readonly configs: readonly string[];
  readonly serverName: string | undefined;
  readonly https: boolean;
  /** Absolute and with `/`, as Apache needs them. */
  readonly certificate: string | undefined;
  readonly key: string | undefined;
  readonly laragon: string | undefined;
  /** Instances on ports from `server.port` on. */
  readonly instances: number;
  readonly listen: Endpoint;
  readonly listenHttps: Endpoint;
  readonly isAliasStripped: boolean;
  readonly app: 'tax-server' | 'date-time';
  /** With `--app date-time`, which has no configuration file. */
  readonly port: string | undefined;
  readonly mountAlias: string | undefined;
}

const MAX_INSTANCES = 64;

/** @throws {UsageError} */
export function parseApacheOptions(args: readonly string[], cwd: string): ApacheOptions {
  const text = { type: 'string' } as const;
  const values = parseOptions(args, {
    config: { type: 'string', multiple: true },
    'server-name': text,
    https: { type: 'boolean' },
    certificate: text,
    key: text,
    laragon: text,
    balancer: text,
    listen: text,
    'listen-https': text,
    'strip-alias': { type: 'boolean' },
    app: text,
    port: text,
    'mount-alias': text,
  });
  const { certificate, key, laragon, balancer = '1' } = values;
  return {
    configs: values.config ?? [],
    serverName: serverName(values['server-name']),
    https: values.https ?? false,
    certificate: certificate && apachePath(certificate, cwd),
    key: key && apachePath(key, cwd),
    laragon: laragon && apachePath(laragon, cwd),
    instances: integerOption('--balancer', balancer, 1, MAX_INSTANCES),
    listen: endpoint('--listen', values.listen ?? '80'),
    listenHttps: endpoint('--listen-https', values['listen-https'] ?? '443'),
    isAliasStripped: values['strip-alias'] ?? false,
    app: app(values.app ?? 'tax-server'),
    port: values.port,
    mountAlias: values['mount-alias'],
  };
}

/** A name that could end a directive or its quotes is refused. */
function apachePath(file: string, cwd: string): string {
  // It may be typed on one system for the Apache of another: a Windows path stays one.
  const absolute = win32.isAbsolute(file) && !file.startsWith('/') ? file : resolve(cwd, file);
  if (/["$\p{Cc}]/u.test(absolute)) throw new UsageError((texts) => texts.unusableFile(file));
  return absolute.replaceAll('\\', '/').replace(/\/$/, '');
}

function serverName(name: string | undefined): string | undefined {
  if (name !== undefined && !/^[A-Za-z0-9_]([A-Za-z0-9._-]{0,251}[A-Za-z0-9_])?$/.test(name))
    throw new UsageError((texts) => texts.badValue('--server-name', name, texts.hostName));
  return name;
}

function endpoint(option: string, value: string): Endpoint {
  const [, address = '*', port] =
    /^(?:(\*|[A-Za-z0-9._-]+|\[[0-9A-Fa-f:.]+\]):)?(\d{1,5})$/.exec(value) ?? [];
  if (port === undefined) throw new UsageError((texts) => texts.badValue(option, value, texts.endpoint));
  return { address, port: integerOption(option, port, 1, 65_535) };
}

function app(name: string): ApacheOptions['app'] {
  if (name === 'tax-server' || name === 'date-time') return name;
  throw new UsageError((texts) => texts.badValue('--app', name, texts.oneOf(['tax-server', 'date-time'])));
}
