import type { Readable, Writable } from 'node:stream';
import type { Language } from './language.ts';

/** What a command may know of the process. Only `main.ts` touches the process itself. */
export interface ProcessContext {
  readonly streams: {
    readonly stdin: Readable & { readonly isTTY?: boolean };
    readonly stdout: Writable & { readonly isTTY?: boolean };
    readonly stderr: Writable & { readonly isTTY?: boolean };
  };
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Where a path on the command line starts. */
  readonly cwd: string;
  /** Where the server lives: the folder of the executable, or the current folder of a checkout. */
  readonly baseDir: string;
  readonly platform: NodeJS.Platform;
  /** Started as the executable, on a terminal, with nothing or with files alone: what a double click does, or a drop. */
  readonly isDoubleClick: boolean;
  /** The process that started this one. */
  readonly parentPid: number;
  /** The language of the person at this machine. */
  readonly language: Language;
  readonly version: string;
  /** What the program was made of, as git names it; empty when that is not known. */
  readonly commit: string;
  /** Resolves with its name when the process is asked to stop. */
  readonly stopRequested: Promise<string>;
}
