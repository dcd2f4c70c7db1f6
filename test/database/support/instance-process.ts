import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { build } from 'esbuild';
import { assetLoaders, yamlData } from '../../../build/assets.ts';
import type { DatabaseSettings } from '../../../src/database/database-settings.ts';

/** What an instance says in a line (instance.ts). */
export interface InstanceLine {
  readonly installationId?: string;
  readonly years?: number;
  readonly kept?: number;
  readonly error?: string;
}

/** Makes the instance runnable; answers how to start one. */
export async function instanceIn(folder: string) {
  const outfile = join(folder, 'instance.cjs');
  await build({
    entryPoints: ['test/database/support/instance.ts'],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: 'node24',
    loader: assetLoaders,
    plugins: [yamlData],
    external: ['pg-native', 'cloudflare:sockets'],
    logLevel: 'warning',
  });
  return (settings: DatabaseSettings, options?: InstanceOptions) => new Instance(outfile, settings, options);
}

export interface InstanceOptions {
  /** The session to which it adds simulations until it is killed. Without: it ends once it has started. */
  readonly sessionId?: string;
  /** A command that runs the process: `prefix[0] prefix[1] … node instance.cjs …`. */
  readonly prefix?: readonly string[];
}

export class Instance {
  readonly #child: ChildProcess;
  readonly lines: InstanceLine[] = [];
  readonly ended: Promise<unknown>;

  constructor(file: string, settings: DatabaseSettings, { sessionId, prefix = [] }: InstanceOptions = {}) {
    const node = [process.execPath, file, JSON.stringify(settings)];
    const [command = '', ...args] = [...prefix, ...node, ...(sessionId === undefined ? [] : [sessionId])];
    this.#child = spawn(command, args, { stdio: ['ignore', 'pipe', 'inherit'] });
    const endNow = () => void this.#child.kill('SIGKILL');
    process.once('exit', endNow);
    this.ended = once(this.#child, 'close').finally(() => process.removeListener('exit', endNow));
    if (this.#child.stdout) {
      createInterface(this.#child.stdout).on('line', (line) => this.lines.push(JSON.parse(line)));
    }
  }

  /** The ids of the simulations that it was told are kept. */
  get kept(): number[] {
    return this.lines.flatMap(({ kept }) => kept ?? []);
  }

  /** As the end of the power would. */
  async kill(): Promise<void> {
    this.#child.kill('SIGKILL');
    await this.ended;
  }
}
