import type { ServerSettings } from './database-settings.ts';

/** The settings of one server, where several hold the same data. */
export interface HostSettings extends ServerSettings {
  readonly host: string;
}

/** Where servers are: addresses, and the port of those that name none. */
interface Hosts {
  readonly host: string | readonly string[];
  readonly port: number;
}

/** `db1`, `db1:5433` or `[::1]:5433`; an IPv6 address without brackets has no port of its own. */
const HOST_AND_PORT = /^(?:\[([^\]]+)\]|([^:]+))(?::(\d+))?$/;

/** The settings of one of them. */
type OneHost<S extends Hosts> = Omit<S, 'host'> & { readonly host: string };

/** The settings of each server that `host` names, in their order. */
export function hostsOf<S extends Hosts>(settings: S): readonly [OneHost<S>, ...OneHost<S>[]] {
  const { host } = settings;
  const [first, ...others] = typeof host === 'string' ? [host] : host;
  // The schema of the configuration wants one at least.
  return [oneHost(settings, first ?? ''), ...others.map((text) => oneHost(settings, text))];
}

function oneHost<S extends Hosts>(settings: S, text: string): OneHost<S> {
  const [, address, name, port] = HOST_AND_PORT.exec(text) ?? [];
  return { ...settings, host: address ?? name ?? text, port: port ? Number(port) : settings.port };
}

/** `db1:5432, db2:5433`, for the log and for messages. */
export function hostsText(settings: Hosts): string {
  return hostsOf(settings)
    .map(({ host, port }) => `${host}:${port}`)
    .join(', ');
}
