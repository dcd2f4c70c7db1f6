import type { Config } from '../../config/config-schema.ts';
import type { DatabaseSettings, SessionLifetime } from '../../dao/settings.ts';

/** The part of the configuration that the database layer works with. */
export function databaseSettings({ database, session }: Config): {
  database: DatabaseSettings;
  session: SessionLifetime;
} {
  if (database.kind === 'sqlite') return { database, session };
  const { tls, ...rest } = database;
  return { database: { ...rest, tls: typeof tls === 'object' ? { ca_file: tls.ca } : tls }, session };
}
