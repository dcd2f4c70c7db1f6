import { hash, randomBytes } from 'node:crypto';

/** What the store keeps of a session id, so that a copy of the database opens no session. */
export function hashOfId(id: string): string {
  return hash('sha256', id, 'hex');
}

/** A key that no session ever had before. */
export function newSessionKey(): string {
  return randomBytes(16).toString('hex');
}
