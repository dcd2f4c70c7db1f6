import type { Config } from '../../config/config-schema.ts';
import type { ApacheOptions } from './apache-config-options.ts';
import type { ConflictTexts } from './apache-config-texts.ts';

/** One instance's configuration and the name of its file, for messages. */
export interface Instance {
  readonly config: Config;
  readonly file: string;
}

/** Apache on the same machine, in `trusted_proxies`. */
const LOOPBACK = /^(loopback$|127\.|::1(\/|$))/;

/** All contradictions between the YAML files and the requested virtual host. */
export function conflicts(
  instances: readonly Instance[],
  options: ApacheOptions,
  texts: ConflictTexts,
): string[] {
  return [
    ...instances.flatMap(({ config, file }) =>
      conflictsOf(config, options, texts).map((text) => `${file}: ${text}`),
    ),
    ...sharedAliases(instances, texts),
    ...sharedPorts(instances, options, texts),
  ];
}

function conflictsOf(config: Config, options: ApacheOptions, texts: ConflictTexts): string[] {
  const { server, database, session } = config;
  const lastPort = server.port + options.instances - 1;
  return [
    ...publicUrlConflicts(server.public_url, options, texts),
    ...(server.trusted_proxies.some((proxy) => LOOPBACK.test(proxy)) ? [] : [texts.proxyNotTrusted]),
    ...(options.instances > 1 && database.kind === 'sqlite' ? [texts.balancedSqlite] : []),
    ...(options.instances > 1 && session.store === 'memory' ? [texts.balancedMemory] : []),
    ...(lastPort > 65_535 ? [texts.portsEnd(lastPort)] : []),
    ...(options.isAliasStripped && server.mount_alias === '' ? [texts.nothingToStrip] : []),
  ];
}

function publicUrlConflicts(publicUrl: string, options: ApacheOptions, texts: ConflictTexts): string[] {
  if (publicUrl === '') return [];
  const { hostname, protocol, port } = new URL(publicUrl);
  const isHttps = protocol === 'https:';
  const asked = isHttps ? options.listenHttps.port : options.listen.port;
  const implied = isHttps ? 443 : 80;
  return [
    ...(options.serverName !== undefined && options.serverName.toLowerCase() !== hostname
      ? [texts.serverName(publicUrl, options.serverName)]
      : []),
    ...(options.https && !isHttps ? [texts.notHttps(publicUrl)] : []),
    ...(Number(port || implied) !== asked ? [texts.port(publicUrl, asked)] : []),
  ];
}

function sharedAliases(instances: readonly Instance[], texts: ConflictTexts): string[] {
  return instances.flatMap((second, index) => {
    const alias = second.config.server.mount_alias;
    const first = instances.slice(0, index).find(({ config }) => config.server.mount_alias === alias);
    return first ? [texts.sharedAlias(first.file, second.file, alias)] : [];
  });
}

function sharedPorts(instances: readonly Instance[], options: ApacheOptions, texts: ConflictTexts): string[] {
  return instances.flatMap((second, index) =>
    instances.slice(0, index).flatMap((first) => {
      const [low, high] = [first.config.server.port, second.config.server.port].toSorted((a, b) => a - b);
      const overlap = (high ?? 0) - (low ?? 0) < options.instances;
      return overlap ? [texts.sharedPort(first.file, second.file, high ?? 0)] : [];
    }),
  );
}
