import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { type ServerProcess, startProcess } from './server-process.ts';

const BASELINE = resolve('bench/baselines/express-server.cjs');

/** A bare Express server, started as anybody would: `node server.js`. */
export function startBaseline(): Promise<ServerProcess> {
  return startProcess(process.execPath, [BASELINE], tmpdir());
}

/** `admin` / `admin`, in a hash that is quick to check: sign-in is not what is measured. */
const CONFIG = `
server: { url_prefix: /do }
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
