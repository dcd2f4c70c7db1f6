import { hash, randomBytes } from 'node:crypto';

/** The hash of a session id for the store, so that a copy of the database opens no session. */
export function hashOfId(id: string): string {
  return hash('sha256', id, 'hex');
}

/** A new unique key. */
export function newSessionKey(): string {
  return randomBytes(16).toString('hex');
}
