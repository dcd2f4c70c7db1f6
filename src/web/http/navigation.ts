import type { Request } from 'express';

/** Whether a browser goes to a page for a person: it says so itself (Fetch metadata), and programs do not. */
export function isNavigation({ headers }: Request): boolean {
  return headers['sec-fetch-mode'] === 'navigate';
}
