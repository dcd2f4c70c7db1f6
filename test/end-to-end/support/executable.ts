import { copyFileSync, linkSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { type ConsoleProcess, startOnConsole } from './console-process.ts';

const EXECUTABLE = resolve('dist/tax-server');
/** With spaces and accents, as people's folders have. */
const FOLDER_NAME = 'Données fiscales';

export interface Start {
  readonly args?: readonly string[];
  /** The current folder: that of the executable, or another one (the default). */
  readonly cwd?: 'own' | 'other';
  readonly isTerminal?: boolean;
  /** The language of the system, `en` by default. */
  readonly language?: 'en' | 'fr';
}

/** The Linux executable in a folder of its own, as somebody has downloaded it. */
export interface Installation {
  readonly folder: string;
  readonly start: (options?: Start) => ConsoleProcess;
  /** Ends what was started from it, and removes the folder. */
  readonly remove: () => Promise<void>;
}

export function installExecutable(): Installation {
  const parent = mkdtempSync(join(tmpdir(), 'executable-'));
  const folder = join(parent, FOLDER_NAME);
  const executable = join(folder, 'tax-server');
  const started: ConsoleProcess[] = [];
  mkdirSync(folder);
  linkOrCopy(EXECUTABLE, executable);
  return {
    folder,
    start({ args = [], cwd, isTerminal = false, language = 'en' } = {}) {
      const PATH = `${folder}/bin:/usr/bin:/bin`;
      const env = { PATH, HOME: folder, TERM: 'xterm', LANG: `${language}_XX.UTF-8` };
      const command = { program: executable, args, cwd: cwd === 'own' ? folder : '/', env };
      const process = startOnConsole(command, isTerminal);
      started.push(process);
      return process;
    },
    async remove() {
      for (const process of started) await process.end();
      rmSync(parent, { recursive: true, force: true });
    },
  };
}

/** A link is at once; a copy takes the place that the file takes. */
function linkOrCopy(from: string, to: string): void {
  try {
    linkSync(from, to);
  } catch {
    copyFileSync(from, to);
  }
}
