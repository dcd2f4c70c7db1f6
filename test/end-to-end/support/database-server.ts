import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import type { HostSettings } from '../../../src/database/hosts.ts';
import type { Certificate } from './certificates.ts';

/** A throw-away database server on a free loopback port. */
export interface DatabaseServer {
  readonly port: number;
  /** How an instance reaches a new, empty database of its own. */
  createDatabase(): Promise<HostSettings>;
  /** Runs SQL as the administrator, in one of those databases. */
  run(database: string, ...statements: readonly string[]): Promise<readonly Record<string, unknown>[]>;
  /** Locks the rows of a query as the administrator; answers how to let them go. */
  lock(database: string, query: string): Promise<() => Promise<void>>;
  /** As a power cut would: without goodbye. */
  kill(): Promise<void>;
  /** Starts it again on the same port, with its data. */
  restart(): Promise<void>;
  /** Ends it and removes its data. */
  stop(): Promise<void>;
}

export interface DatabaseServerOptions {
  /** Then the tests' user has to connect with TLS. */
  readonly tls?: Certificate;
  /** Its number among the servers of a replication (MariaDB); alone without one. */
  readonly serverId?: number;
}

/** The user of the tests' databases. */
export const TEST_USER = { user: 'tester', password: 'it\'s a "test" \\ é' } as const;

/** A process that is ended by its id, and at the latest with this one. */
export class ServerProcess {
  readonly #child: ChildProcess;
  #output = '';

  constructor(command: string, args: readonly string[]) {
    // Not here: another user may not be allowed to look.
    this.#child = spawn(command, args, { stdio: ['ignore', 'pipe', 'pipe'], cwd: '/' });
    const keep = (text: Buffer) => {
      this.#output = (this.#output + text).slice(-10_000);
    };
    this.#child.stdout?.on('data', keep);
    this.#child.stderr?.on('data', keep);
    process.once('exit', this.#endNow);
    this.#child.once('exit', () => process.removeListener('exit', this.#endNow));
  }

  /** The last things it said. */
  get output(): string {
    return this.#output;
  }

  get hasEnded(): boolean {
    return this.#child.exitCode !== null || this.#child.signalCode !== null;
  }

  async end(signal: NodeJS.Signals): Promise<void> {
    if (this.hasEnded) return;
    const ended = once(this.#child, 'exit');
    this.#child.kill(signal);
    await ended;
  }

  readonly #endNow = () => void this.#child.kill('SIGKILL');
}

/** Tries until `check` no longer rejects. */
export async function untilReady(server: ServerProcess, check: () => Promise<unknown>): Promise<void> {
  for (let tries = 0; ; tries++) {
    try {
      await check();
      return;
    } catch (error) {
      if (tries > 300 || server.hasEnded) {
        throw new Error(`the server is not ready: ${server.output}`, { cause: error });
      }
    }
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}
