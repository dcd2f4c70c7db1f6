import type { Readable, Writable } from 'node:stream';
import type { Language } from './language.ts';

/** What commands know of the process. Only `main.ts` uses the process itself. */
export interface ProcessContext {
  readonly streams: {
    readonly stdin: Readable & { readonly isTTY?: boolean };
    readonly stdout: Writable & { readonly isTTY?: boolean };
    readonly stderr: Writable & { readonly isTTY?: boolean };
  };
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Paths on the command line start here. */
  readonly cwd: string;
  /** The folder of the executable, or the current folder of a checkout. */
  readonly baseDir: string;
  readonly platform: NodeJS.Platform;
  /** Whether the executable was started on a terminal without arguments or with files only, as by a double click or a drop. */
  readonly isDoubleClick: boolean;
  /** The process that started this one. */
  readonly parentPid: number;
  /** The language of the person at this machine. */
  readonly language: Language;
  readonly version: string;
  /** The commit of the program in git; empty when unknown. */
  readonly commit: string;
  /** Resolves with its name when the process is asked to stop. */
  readonly stopRequested: Promise<string>;
}
