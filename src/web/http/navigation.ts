import type { Request } from 'express';

/**
 * Whether a browser goes to a page for a person: it says so itself, and programs do not. Fetch metadata says it over HTTPS
 * and on the machine itself only; over HTTP from elsewhere a browser says that it would rather have HTTPS.
 */
export function isNavigation({ headers }: Request): boolean {
  const mode = headers['sec-fetch-mode'];
  return mode === undefined ? headers['upgrade-insecure-requests'] === '1' : mode === 'navigate';
}
