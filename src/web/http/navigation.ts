import type { Request } from 'express';

/**
 * Whether a browser opens a page for a person: it says so itself, and programs do not. It sends fetch metadata only over
 * HTTPS and on the machine itself; over plain HTTP it asks for an upgrade to HTTPS.
 */
export function isNavigation({ headers }: Request): boolean {
  const mode = headers['sec-fetch-mode'];
  return mode === undefined ? headers['upgrade-insecure-requests'] === '1' : mode === 'navigate';
}
