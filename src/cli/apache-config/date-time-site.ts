import type { ProxiedApplication } from '../../apache/site.ts';
import { isMountPath } from '../../config/value-checks.ts';
import { integerOption } from '../integer-option.ts';
import { UsageError } from '../usage-error.ts';

/** The default address of `tax-server date-time`. */
export const dateTimeDefaults = { port: '5080', mountAlias: '/show-date-time' } as const;

const MAX_BODY_BYTES = 1024;

/** The page that shows whether a virtual host works, for Apache. */
export function dateTimeApplication(port: number, alias: string): ProxiedApplication {
  return {
    alias,
    backends: [`http://127.0.0.1:${port}`],
    isAliasStripped: false,
    healthPath: '/',
    maxBodyBytes: MAX_BODY_BYTES,
    filesPath: '',
    entryPath: '',
  };
}

/** @throws {UsageError} */
export function dateTimeAddress(options: { port?: string | undefined; mountAlias?: string | undefined }) {
  const { port = dateTimeDefaults.port, mountAlias = dateTimeDefaults.mountAlias } = options;
  if (!isMountPath(mountAlias))
    throw new UsageError((texts) => texts.badValue('--mount-alias', mountAlias, texts.path));
  return { port: integerOption('--port', port, 0, 65_535), alias: mountAlias };
}
