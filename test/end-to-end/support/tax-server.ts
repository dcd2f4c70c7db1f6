import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { stringify } from 'yaml';
import { freePort } from './free-port.ts';

const BUNDLE = resolve('dist/tax-server.cjs');

const PATIENCE_MS = 60_000;

/** `admin` with the password `admin`, cheap to verify: passlib's form with few rounds. */
export const ADMIN = {
  login: 'admin',
  password_hash: '$pbkdf2-sha256$1000$AAECAwQFBgcICQoLDA0ODw$l0lDjSrSwvrY.FedN5oD1fOd7zMSrJzjPCNFYXlS/Zs',
};

/** The earlier application, to the euro. */
export const EARLIER_APPLICATION = { method: 'legacy', income_year: 2018 };

export interface ServerOptions {
  /** The YAML file's content, without `server.port`. */
  readonly config?: Record<string, unknown>;
  /** The command in front of the arguments; the bundle on this Node by default. */
  readonly command?: readonly string[];
  readonly folder?: string;
  /** A free one by default. */
  readonly port?: number;
  readonly args?: readonly string[];
  /** False: do not wait for the ready line, because something it needs is not there. */
  readonly awaitReady?: boolean;
}

/** A server of its own: its folder, its port, its process. */
export interface RunningServer {
  readonly port: number;
  readonly folder: string;
  /** `http://127.0.0.1:port` */
  readonly origin: string;
  readonly process: ChildProcess;
  /** Resolves to the exit code when it has ended. */
  readonly exitCode: Promise<number | null>;
  /** Everything it printed. */
  readonly output: () => string;
  /** Ends it by SIGTERM, waits, and removes its folder unless it was given. Resolves to the exit code. */
  readonly stop: () => Promise<number | null>;
  /** Ends it at once, as a power cut does; the folder stays. */
  readonly kill: () => Promise<void>;
}

/** Starts a server and waits for its ready line. Fails with its output when it ends before. */
export async function startServer(options: ServerOptions = {}): Promise<RunningServer> {
  const folder = options.folder ?? mkdtempSync(join(tmpdir(), 'tax-server-'));
  const port = options.port ?? (await freePort());
  const { server, ...rest } = { server: {}, ...options.config } as { server: object };
  writeFileSync(join(folder, 'config.yaml'), stringify({ server: { ...server, port }, ...rest }));
  const [command = process.execPath, ...before] = options.command ?? [process.execPath, BUNDLE];
  const child = spawn(
    command,
    [...before, 'serve', '--no-open', '--no-pause', '--config', 'config.yaml', ...(options.args ?? [])],
    {
      cwd: folder,
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  );
  let printed = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8');
    stream.on('data', (text: string) => {
      printed += text;
    });
  }
  const exited = once(child, 'exit');

  async function stopped(signal: NodeJS.Signals): Promise<number | null> {
    if (child.exitCode === null && child.signalCode === null) child.kill(signal);
    await exited;
    return child.exitCode;
  }
  if (options.awaitReady !== false) {
    try {
      await ready(child, () => printed);
    } catch (error) {
      await stopped('SIGKILL');
      throw error;
    }
  }
  return {
    port,
    folder,
    origin: `http://127.0.0.1:${port}`,
    process: child,
    exitCode: exited.then(() => child.exitCode),
    output: () => printed,
    async stop() {
      const code = await stopped('SIGTERM');
      if (!options.folder) rmSync(folder, { recursive: true, force: true });
      return code;
    },
    async kill() {
      await stopped('SIGKILL');
    },
  };
}

async function ready(child: ChildProcess, printed: () => string): Promise<void> {
  const deadline = Date.now() + PATIENCE_MS;
  while (!/^tax-server ready on /m.test(printed())) {
    const hasEnded = child.exitCode !== null || child.signalCode !== null;
    if (hasEnded) throw new Error(`the server ended with ${child.exitCode}:\n${printed()}`);
    if (Date.now() > deadline) throw new Error(`the server is not ready:\n${printed()}`);
    await wait(10);
  }
}
