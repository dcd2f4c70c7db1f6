import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, mkdtempSync, openSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

export interface ConsoleCommand {
  readonly program: string;
  readonly args: readonly string[];
  readonly env: Record<string, string>;
  readonly cwd: string;
}

/** A program on a console: a terminal, or a file that takes its output. */
export interface ConsoleProcess {
  /** Everything it printed. */
  readonly output: () => string;
  /** Resolves when it has printed this; fails with its output when it ends before. */
  readonly says: (text: RegExp) => Promise<void>;
  /** Presses keys; on a terminal only. */
  readonly type: (keys: string) => void;
  /** Ctrl+C; not on a terminal, where it is a key. */
  readonly interrupt: () => void;
  readonly isRunning: () => boolean;
  /** The exit code. */
  readonly exited: Promise<number | null>;
  /** Ends it if it still runs. */
  readonly end: () => Promise<void>;
}

const PATIENCE_MS = 40_000;

/** Starts a program on a terminal, or with its output in a file. */
export function startOnConsole(command: ConsoleCommand, isTerminal: boolean): ConsoleProcess {
  const folder = mkdtempSync(join(tmpdir(), 'console-'));
  const file = join(folder, 'output');
  const child = isTerminal ? onTerminal(command, file) : intoFile(command, file);
  let failure: Error | undefined;
  child.on('error', (error) => {
    failure = error;
  });
  let last = '';
  const exited = once(child, 'close').then(() => {
    last = readFileSync(file, 'utf8');
    rmSync(folder, { recursive: true });
    return child.exitCode;
  });
  const isRunning = () => child.exitCode === null && child.signalCode === null;
  // A terminal ends lines by \r\n.
  const output = () => (isRunning() ? readFileSync(file, 'utf8') : last).replaceAll('\r', '');
  return {
    output,
    isRunning,
    exited,
    async says(text) {
      const deadline = Date.now() + PATIENCE_MS;
      while (isRunning() && !failure && !text.test(output()) && Date.now() < deadline) await wait(50);
      if (!isRunning()) await exited;
      if (text.test(output())) return;
      throw new Error(`no ${text} (exit code ${child.exitCode}): ${failure ?? output()}`);
    },
    type: (keys) => child.stdin?.write(keys),
    interrupt: () => void child.kill('SIGINT'),
    async end() {
      // On a terminal, script(1) hangs up on the program when it ends.
      if (isRunning()) child.kill('SIGTERM');
      await exited;
    },
  };
}

function intoFile({ program, args, env, cwd }: ConsoleCommand, file: string): ChildProcess {
  const output = openSync(file, 'a');
  const child = spawn(program, args, { env, cwd, stdio: ['ignore', output, output] });
  closeSync(output);
  return child;
}

/** script(1) gives it a terminal of its own. */
function onTerminal({ program, args, env, cwd }: ConsoleCommand, file: string): ChildProcess {
  const quoted = [program, ...args].map((word) => `'${word.replaceAll("'", "'\\''")}'`).join(' ');
  closeSync(openSync(file, 'a'));
  return spawn('script', ['-qfec', `stty cols 132; exec ${quoted}`, file], {
    env,
    cwd,
    stdio: ['pipe', 'ignore', 'ignore'],
  });
}
