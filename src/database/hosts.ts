import type { ServerSettings } from './database-settings.ts';

/** The settings of one server, where several hold the same data. */
export interface HostSettings extends ServerSettings {
  readonly host: string;
}

/** `db1`, `db1:5433` or `[::1]:5433`; an IPv6 address without brackets has no port of its own. */
const HOST_AND_PORT = /^(?:\[([^\]]+)\]|([^:]+))(?::(\d+))?$/;

/** The servers of `database.host`, each with its port, in their order. */
export function hostsOf(settings: ServerSettings): readonly HostSettings[] {
  return [settings.host].flat().map((text) => {
    const [, address, name, port] = HOST_AND_PORT.exec(text) ?? [];
    return { ...settings, host: address ?? name ?? text, port: port ? Number(port) : settings.port };
  });
}

/** `db1:5432, db2:5433`, for the log and for messages. */
export function hostsText(settings: ServerSettings): string {
  return hostsOf(settings)
    .map(({ host, port }) => `${host}:${port}`)
    .join(', ');
}
