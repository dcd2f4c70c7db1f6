import type { Page } from './page.ts';

/** Increased when a change of {@link Page} makes stored pages of earlier versions unreadable. */
const VERSION = 'page-4:';

/** The model of a page, as text for the session. */
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

/** The model in the session; null when there is none, or one of another version. */
export function readPage(stored: string | null): Page | null {
  return stored?.startsWith(VERSION) ? (JSON.parse(stored.slice(VERSION.length)) as Page) : null;
}
