import { randomUUID } from 'node:crypto';
import { existsSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { backup, DatabaseSync } from 'node:sqlite';
import { missingFolder } from '../../make-folder.ts';
import { DatabaseRefused } from '../database-errors.ts';
import { requireFile } from './require-file.ts';

/**
 * Copies the database of a running or stopped server, as it is at one moment (SQLite's online backup).
 *
 * @throws DatabaseRefused when there is no database, or `destination` exists
 */
export async function backUp(file: string, destination: string): Promise<void> {
  requireFile(file);
  const folder = missingFolder(destination);
  if (folder !== null) throw new DatabaseRefused(`There is no folder ${folder} for the backup.`);
  if (existsSync(destination))
    throw new DatabaseRefused(`${destination} exists already: choose another name.`);
  const unfinished = `${destination}.${randomUUID()}.unfinished`;
  const database = new DatabaseSync(file, { readOnly: true });
  try {
    // It contains incomes and sessions: for the owner only, like the database itself.
    writeFileSync(unfinished, '', { flag: 'wx', mode: 0o600 });
    await backup(database, unfinished);
    renameSync(unfinished, destination);
  } catch (error) {
    throw new DatabaseRefused(`The backup of ${file} failed: ${(error as Error).message}`, { cause: error });
  } finally {
    database.close();
    rmSync(unfinished, { force: true });
  }
}
