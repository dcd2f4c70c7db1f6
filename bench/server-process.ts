import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { processorMilliseconds } from './processor-time.ts';

export interface ServerProcess {
  /** The address in the ready line. */
  readonly url: string;
  /** From the spawn to the ready line. */
  readonly startMilliseconds: number;
  /** Resident memory now, in MiB. */
  memory(): number;
  /** What the process has taken of the processors since its start, user and system time together. */
  processorMilliseconds(): number;
  stop(): Promise<void>;
}

/** Starts a server program in a folder and waits for the line that says `ready on URL`. */
export async function startProcess(
  command: string,
  args: readonly string[],
  cwd: string,
): Promise<ServerProcess> {
  const began = performance.now();
  const child = spawn(command, args, {
    cwd,
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, NODE_ENV: 'production' },
  });
  const url = await readyUrl(child);
  const startMilliseconds = performance.now() - began;
  return {
    url,
    startMilliseconds,
    memory: () => residentMebibytes(child.pid ?? 0),
    processorMilliseconds: () => processorMilliseconds(child.pid ?? 0),
    async stop() {
      const exited = once(child, 'exit');
      child.kill('SIGTERM');
      await exited;
    },
  };
}

function readyUrl(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let printed = '';
    child.stdout?.on('data', (text: Buffer) => {
      printed += text.toString();
      const [, url] = /ready on (\S+)\n/.exec(printed) ?? [];
      if (url) resolve(url);
    });
    child.on('exit', (code) => reject(new Error(`the server ended with ${code}: ${printed}`)));
  });
}

function residentMebibytes(pid: number): number {
  const [, kibibytes] = /^VmRSS:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? [];
  return Number(kibibytes) / 1024;
}
