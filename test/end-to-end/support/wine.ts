import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { PREFIX, sandbox, WINE, wineRoot } from '../../provisioning/wine.ts';

export interface WineOptions {
  /** The current directory, seen by the program as `Z:` and the same path. */
  readonly cwd: string;
  /** Folders of this machine that the program sees, each under its own path; `cwd` always is. */
  readonly folders?: readonly string[];
  readonly readOnlyFolders?: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
  /** A terminal on both ends, as a console window is; otherwise the output goes to a file. */
  readonly terminal?: boolean;
  /** A loopback of its own: the default port is free there, and nobody else reaches the program. */
  readonly ownNetwork?: boolean;
}

/** A Windows program under Wine, with a prefix and processes of its own. */
export interface WineProcess {
  /** Everything it printed, without the control sequences of a terminal. */
  readonly output: () => string;
  /** Resolves when the output matches; fails with the output when the program ends before or it takes too long. */
  readonly printed: (pattern: RegExp) => Promise<RegExpExecArray>;
  /** Types on its terminal. */
  readonly type: (keys: string) => void;
  readonly exited: Promise<number | null>;
  /** The addresses that it has opened in the browser. */
  readonly browsed: () => string[];
  /** Ends it and everything that it started. */
  readonly kill: () => Promise<void>;
}

/** What a terminal sends for Ctrl+C. */
export const CTRL_C = '\x03';

const PATIENCE_MS = 30_000;

/** Starts an executable under Wine. The caller ends it by `kill`, also after a failure. */
export function startUnderWine(exe: string, args: readonly string[], options: WineOptions): WineProcess {
  return startInRoot([WINE, exe, ...args], options);
}

/** Starts any command of the root, which may start Wine. The caller ends it by `kill`, also after a failure. */
export function startInRoot(words: readonly string[], options: WineOptions): WineProcess {
  const scratch = mkdtempSync(join(tmpdir(), 'wine-'));
  const outputFile = join(scratch, 'output');
  const inside = [...mounts(preparePrefix(scratch), options), ...browser(scratch)];
  const command = ['bwrap', ...sandbox(wineRoot), ...inside, ...words];
  const child = options.terminal ? onTerminal(command, outputFile) : toFile(command, outputFile);
  const exited = once(child, 'exit').then(([code]) => code as number | null);
  const output = () => plainText(readFileSync(outputFile, 'utf8'));

  async function printed(pattern: RegExp): Promise<RegExpExecArray> {
    const end = Date.now() + PATIENCE_MS;
    for (;;) {
      const found = pattern.exec(output());
      if (found) return found;
      if (child.exitCode !== null || Date.now() > end) {
        throw new Error(`${pattern} did not appear (exit code ${child.exitCode}):\n${output()}`);
      }
      await wait(50);
    }
  }
  return {
    output,
    printed,
    type: (keys) => void child.stdin?.write(keys),
    exited,
    browsed: () => readFileSync(join(scratch, BROWSED), 'utf8').split('\n').filter(Boolean),
    async kill() {
      if (child.exitCode === null && child.signalCode === null) child.kill('SIGKILL');
      await exited;
      rmSync(scratch, { recursive: true, force: true });
    },
  };
}

/** A pipe from Node is a socket, which Wine does not take for standard output (EBADF). */
function toFile(command: readonly string[], outputFile: string): ChildProcess {
  const file = openSync(outputFile, 'w');
  const [program = '', ...args] = command;
  return spawn(program, args, { stdio: ['ignore', file, file] });
}

/** script(1) makes a terminal, shows what appears on it and types what it is given. */
function onTerminal(command: readonly string[], outputFile: string): ChildProcess {
  const line = command.map((word) => `'${word.replaceAll("'", "'\\''")}'`).join(' ');
  // Ctrl+C is for Wine alone, which hands it to the program: bubblewrap around it goes on.
  const script = `trap '' INT; stty cols 200 rows 60; exec ${line}`;
  return spawn('script', ['--quiet', '--flush', '--return', '--command', script, '/dev/null'], {
    stdio: ['pipe', openSync(outputFile, 'w'), 'inherit'],
  });
}

const BROWSED = 'browsed';

/** Wine hands an address to xdg-open(1): here, one that notes it. */
function browser(scratch: string): string[] {
  const script = join(scratch, 'xdg-open');
  const noted = join(scratch, BROWSED);
  writeFileSync(noted, '');
  writeFileSync(script, `#!/bin/sh\necho "$1" >> ${noted}\n`, { mode: 0o755 });
  return ['--ro-bind', script, '/usr/local/bin/xdg-open', '--bind', noted, noted];
}

/** Registry and drives of its own; the files of Windows are those of the root. */
function preparePrefix(scratch: string): string {
  const prefix = join(scratch, 'prefix');
  mkdirSync(join(prefix, 'dosdevices'), { recursive: true });
  for (const file of ['system.reg', 'user.reg', 'userdef.reg', '.update-timestamp']) {
    copyFileSync(join(wineRoot, PREFIX, file), join(prefix, file));
  }
  symlinkSync(join(PREFIX, 'drive_c'), join(prefix, 'drive_c'));
  symlinkSync('../drive_c', join(prefix, 'dosdevices', 'c:'));
  symlinkSync('/', join(prefix, 'dosdevices', 'z:'));
  return prefix;
}

function mounts(
  prefix: string,
  { cwd, folders = [], readOnlyFolders = [], env = {}, ownNetwork = false }: WineOptions,
): string[] {
  const writable = [prefix, cwd, ...folders].filter((folder) => !readOnlyFolders.includes(folder));
  return [
    ...(ownNetwork ? ['--unshare-net'] : []),
    ...writable.flatMap((folder) => ['--bind', folder, folder]),
    ...readOnlyFolders.flatMap((folder) => ['--ro-bind', folder, folder]),
    ...['--setenv', 'WINEPREFIX', prefix, '--chdir', cwd],
    ...Object.entries(env).flatMap(([name, value]) => ['--setenv', name, value]),
  ];
}

/** Text as it was written: Wine's console draws it with moves of the cursor. */
function plainText(terminal: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out
  return terminal.replace(/\x1b\[[0-9;?]*[ -/]*[@-~]|\x1b\][^\x07]*\x07|\r/g, '');
}
