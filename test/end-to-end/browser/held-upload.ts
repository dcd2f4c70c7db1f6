import { request } from 'node:http';
import type { Page } from 'playwright-core';
import { formAround } from '../files/file-visitor.ts';

/** A file that arrives when the test says so: however fast the server is, its job is not over before. */
export interface HeldUpload {
  readonly name: string;
  write(content: string): void;
  /** Sends the end of the form. */
  finish(): void;
  /** Breaks the request off, if it is still there. */
  abandon(): void;
}

/** Begins to send a file as the session of a page that shows the form would. */
export async function holdUploadOf(page: Page): Promise<HeldUpload> {
  const action = await page.locator('.files-form').getAttribute('action');
  const url = new URL(action ?? '', page.url());
  const cookies = await page.context().cookies(url.href);
  return holdUpload(url, cookies.map((each) => `${each.name}=${each.value}`).join('; '));
}

/** Begins to send a file to the address that takes it. */
export function holdUpload(url: URL, cookie: string): HeldUpload {
  const name = 'retenu.csv';
  const { headers, head, tail } = formAround(name);
  const sending = request(url, { method: 'POST', headers: { ...headers, cookie } });
  // Nobody reads the answer, and the test may break the request off.
  sending.on('response', (response) => response.resume());
  sending.on('error', () => undefined);
  sending.write(head);
  return {
    name,
    write: (content) => void sending.write(content),
    finish: () => void sending.end(tail),
    abandon: () => void sending.destroy(),
  };
}
