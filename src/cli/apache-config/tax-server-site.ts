import type { ProxiedApplication } from '../../apache/site.ts';
import type { Config } from '../../config/config-schema.ts';
import { backendOrigin } from '../../server/addresses.ts';
import { limits } from '../../web/http/limits.ts';

/** The instances of a YAML file, on ports from its own, for Apache. */
export function taxServerApplication(
  { server, uploads }: Config,
  { instances, isAliasStripped }: { instances: number; isAliasStripped: boolean },
): ProxiedApplication {
  const at = (index: number) => backendOrigin(server.host, server.port + index);
  return {
    alias: server.mount_alias,
    backends: [at(0), ...Array.from({ length: instances - 1 }, (_, index) => at(index + 1))],
    isAliasStripped,
    healthPath: `${server.url_prefix}/health`,
    // Twice the server's limit: the server itself answers a body that is a little too large.
    maxBodyBytes: 2 * Math.max(limits.bulkBytes, uploads.max_size),
    filesPath: uploads.shared ? '' : `${server.url_prefix}/fichiers`,
    entryPath: `${server.url_prefix}/`,
  };
}
