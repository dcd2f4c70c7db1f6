import { type BigIntStats, closeSync, fstatSync, openSync, readSync, statSync } from 'node:fs';
import { DatabaseUnavailable } from '../database-errors.ts';

/** Milliseconds between two checks: each costs a few microseconds. */
const LOOK_EVERY = 1_000;
/** The header of a SQLite file in bytes, and where its parts are (sqlite.org/fileformat.html#the_database_header). */
const HEADER_LENGTH = 100;
const PAGE_SIZE_AT = 16;
const PAGE_COUNT_AT = 28;
const USER_VERSION_AT = 60;
const APPLICATION_ID_AT = 68;

/**
 * Notices that the file is no longer the one that was opened: SQLite goes on with its own pages in memory and its log for
 * long, whatever happened to the file, and what it answers then is lost.
 *
 * The file is read through a descriptor that is opened before SQLite's and closed after it: closing any descriptor of a
 * file releases the locks that the process has on it (sqlite.org/howtocorrupt.html, 2.2).
 */
export class FileIdentity {
  readonly #file: string;
  readonly #descriptor: number;
  readonly #opened: BigIntStats;
  #mark: string | null = null;
  #isShort = false;
  #lookedAt = Number.NEGATIVE_INFINITY;
  #failure: DatabaseUnavailable | null = null;

  constructor(file: string) {
    this.#file = file;
    this.#descriptor = openSync(file, 'r');
    this.#opened = fstatSync(this.#descriptor, { bigint: true });
  }

  /** @throws DatabaseUnavailable when the file is another one, or was cut or overwritten */
  require(): void {
    const now = performance.now();
    if (now - this.#lookedAt >= LOOK_EVERY) {
      this.#lookedAt = now;
      this.#failure = this.#look();
    }
    if (this.#failure) throw this.#failure;
  }

  close(): void {
    closeSync(this.#descriptor);
  }

  #look(): DatabaseUnavailable | null {
    const found = statSync(this.#file, { bigint: true, throwIfNoEntry: false });
    if (!found) return this.#lost('is no longer there. Put it back, or');
    if (found.ino !== this.#opened.ino || found.dev !== this.#opened.dev)
      return this.#lost('has been replaced by another file. Put the former one back, or');
    if (this.#isOverwritten(Number(found.size))) return this.#lost('has been overwritten or cut. Now');
    return null;
  }

  #isOverwritten(size: number): boolean {
    const header = Buffer.alloc(HEADER_LENGTH);
    readSync(this.#descriptor, header, 0, HEADER_LENGTH, 0);
    const mark = header.toString('hex', USER_VERSION_AT, APPLICATION_ID_AT + 4);
    this.#mark ??= mark;
    const wasShort = this.#isShort;
    this.#isShort = size < header.readUInt16BE(PAGE_SIZE_AT) * header.readUInt32BE(PAGE_COUNT_AT);
    // Another process may be writing its log into the file: two checks have to agree.
    return mark !== this.#mark || (wasShort && this.#isShort);
  }

  #lost(what: string): DatabaseUnavailable {
    return new DatabaseUnavailable(
      `${this.#file} ${what} stop the server, restore a backup as docs/databases.md says, and start it again.`,
    );
  }
}
