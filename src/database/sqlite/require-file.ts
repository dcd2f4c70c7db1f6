import { existsSync } from 'node:fs';
import { DatabaseRefused } from '../database-errors.ts';

/**
 * For readers only: opening a missing database would create an empty one.
 *
 * @throws DatabaseRefused when there is no database yet
 */
export function requireFile(file: string): void {
  if (existsSync(file)) return;
  throw new DatabaseRefused(`There is no database at ${file} yet: the first start of the server makes it.`);
}
