import type { Page } from './page.ts';

/** Grows when a change of {@link Page} makes what an earlier version has stored unreadable. */
const VERSION = 'page-2:';

/** The model of a page as the session keeps it. */
export function storedPage(page: Page): string {
  return `${VERSION}${JSON.stringify(page)}`;
}

/** The model that the session keeps; null when it keeps none, or one that another version has stored. */
export function readPage(stored: string | null): Page | null {
  return stored?.startsWith(VERSION) ? (JSON.parse(stored.slice(VERSION.length)) as Page) : null;
}
