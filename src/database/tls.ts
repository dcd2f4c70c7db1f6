import { readFileSync } from 'node:fs';
import { DatabaseRefused } from './database-errors.ts';
import type { ServerSettings } from './database-settings.ts';

type Tls = ServerSettings['tls'];

/** TLS as Node takes it: the server's certificate is always verified. */
export interface TlsOptions {
  readonly minVersion: 'TLSv1.2';
  readonly rejectUnauthorized: true;
  readonly ca?: string;
}

/**
 * TLS options of the settings, or null without TLS.
 *
 * @throws DatabaseRefused when the authority's file cannot be read
 */
export function tlsOptions({ tls }: { readonly tls: Tls }, section = 'database'): TlsOptions | null {
  if (!tls) return null;
  const options: TlsOptions = { minVersion: 'TLSv1.2', rejectUnauthorized: true };
  return tls === true ? options : { ...options, ca: readAuthority(tls.ca, section) };
}

function readAuthority(file: string, section: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    const { message } = error as Error;
    throw new DatabaseRefused(`${section}.tls.ca cannot be read: ${message}`, { cause: error });
  }
}
