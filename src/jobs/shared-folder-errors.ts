import type { Unavailable } from '../model/unavailable.ts';

/** The folder cannot be used at the start. */
export class SharedFolderError extends Error {
  override readonly name = 'SharedFolderError';
  readonly folder: string;

  constructor(folder: string, cause: unknown) {
    super(`the folder ${folder} cannot be written into: ${(cause as Error).message}`, { cause });
    this.folder = folder;
  }
}

/** The folder was there at the start, and does not answer now. */
export class SharedFolderUnavailable extends Error implements Unavailable {
  override readonly name = 'SharedFolderUnavailable';
  readonly retryAfterSeconds = 5;
  readonly dependency = 'sharedFolder';
}
