import type { Page } from './page.ts';

/** Grows when a change of {@link Page} makes what an earlier version has stored unreadable. */
const VERSION = 'page-4:';

/** The model of a page as the session keeps it. */
export function storedPage(page: Page): string {
  return `${VERSION}${JSON.stringify(page)}`;
}

/**
 * The same for somebody who is not signed in: the session is in the cookie, which has no room for a form of any length.
 * Nobody misses it there, since the calculation begins with the sign-in.
 */
export function strangersPage(page: Page): string {
  if (page.view !== 'errors') return storedPage(page);
  const { view, errors } = page;
  return storedPage({ view, errors });
}

/** The model that the session keeps; null when it keeps none, or one that another version has stored. */
export function readPage(stored: string | null): Page | null {
  return stored?.startsWith(VERSION) ? (JSON.parse(stored.slice(VERSION.length)) as Page) : null;
}
