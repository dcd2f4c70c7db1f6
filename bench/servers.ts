import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { hashApiToken } from '../src/users/api-token-format.ts';
import { type ServerProcess, startProcess } from './server-process.ts';

const BASELINE = resolve('bench/baselines/express-server.cjs');

/** A bare Express server, started as anybody would: `node server.js`. */
export function startBaseline(): Promise<ServerProcess> {
  return startProcess(process.execPath, [BASELINE], tmpdir());
}

/** A token that the servers of {@link startTaxServer} accept. */
export const API_TOKEN = `taxsrv_${'0'.repeat(64)}`;

/** `admin` / `admin`, in a hash that is quick to check: sign-in is not what is measured, nor is the limit on requests. */
const CONFIG = `
server: { url_prefix: /do }
api_tokens: [{ name: bench, token_hash: "${hashApiToken(API_TOKEN)}" }]
api_rate_limit: 10000000
users:
  - login: admin
    password_hash: $pbkdf2-sha256$1000$AAECAwQFBgcICQoLDA0ODw$l0lDjSrSwvrY.FedN5oD1fOd7zMSrJzjPCNFYXlS/Zs
`;

/** Our server with the embedded database in a folder of its own, which `stop` removes. */
export async function startTaxServer(
  command: readonly [string, ...string[]] = [process.execPath, resolve('dist/tax-server.cjs')],
): Promise<ServerProcess> {
  const folder = mkdtempSync(join(tmpdir(), 'tax-server-bench-'));
  writeFileSync(join(folder, 'config.yaml'), CONFIG);
  const [program, ...args] = command;
  const server = await startProcess(
    program,
    [...args, 'serve', '--no-open', '--no-pause', '--port', '0', '--config', 'config.yaml'],
    folder,
  );
  return {
    ...server,
    async stop() {
      await server.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
