import type { LogText } from '../model/log-text.ts';

/** The `database` part of the configuration, as checked there: paths are absolute, the password is resolved. */
export type DatabaseSettings = SqliteSettings | ServerSettings;

export interface SqliteSettings {
  readonly kind: 'sqlite';
  readonly file: string;
  /** Seconds to wait at the start for a database that is down. */
  readonly startup_timeout: number;
}

export interface ServerSettings {
  readonly kind: 'mysql' | 'postgres';
  /** One server, or several with the same data, of which one accepts writes; `host:port` where the ports differ. */
  readonly host: string | readonly string[];
  readonly port: number;
  readonly name: string;
  readonly user: string;
  readonly password: string;
  /** False, true (the system's authorities) or the file of the authority that signed the server's certificate. */
  readonly tls: boolean | { readonly ca: string };
  readonly pool_size: number;
  readonly startup_timeout: number;
}

/** The `redis` part of the configuration: keeps the sessions instead of the database. */
export interface RedisSettings {
  /** One server, a primary that sentinels name, or a cluster. */
  readonly kind: 'server' | 'sentinel' | 'cluster';
  /** The server, the sentinels, or nodes of the cluster that know the others; `host:port` where the ports differ. */
  readonly host: string | readonly string[];
  readonly port: number;
  readonly user?: string | undefined;
  readonly password?: string | undefined;
  readonly tls: boolean | { readonly ca: string };
  /** The number of the database; a cluster has 0 only. */
  readonly database: number;
  /** The sentinels' name for the servers. */
  readonly master_name: string;
}

/** How long a session lives (the `session` part of the configuration). */
export interface SessionLifetime {
  readonly idle_minutes: number;
  readonly absolute_hours: number;
}

/** The current time in milliseconds since 1970. */
export type Clock = () => number;

/** The log of the database. */
export interface Log {
  info(message: LogText): void;
  warn(message: LogText): void;
  error(message: LogText): void;
}
