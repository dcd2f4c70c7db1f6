import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** What is found to be right is not described, and no sound or film is loaded: there is none. */
const AXE_OPTIONS = { resultTypes: ['violations'], preload: false };

/** Requests to elsewhere, errors in the console, refusals of the Content-Security-Policy. */
export function collectComplaints(page: Page, origin: string): string[] {
  const complaints: string[] = [];
  page.on('console', (line) => line.type() === 'error' && complaints.push(line.text()));
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('request', (request) => {
    if (!request.url().startsWith(origin) && !request.url().startsWith('data:')) {
      complaints.push(`request to ${request.url()}`);
    }
  });
  page.on('requestfailed', (request) => {
    // Going on to the next page gives up what the former one still loads.
    if (request.failure()?.errorText !== 'net::ERR_ABORTED') complaints.push(`failed: ${request.url()}`);
  });
  return complaints;
}

/** Pixels by which the page is wider than its window. */
export function overflow(page: Page): Promise<number> {
  return page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth');
}

/** Panels with something in them that sticks out of them, unless they scroll. */
export function spilled(page: Page): Promise<string[]> {
  return page.evaluate(`[...document.querySelectorAll('.panel, .panel table')]
    .filter((box) => box.scrollWidth > box.clientWidth && getComputedStyle(box).overflowX === 'visible')
    .map((box) => box.className + ' by ' + (box.scrollWidth - box.clientWidth))`);
}

/** Figures, with their signs and the spaces inside them, that do not stand on one line. A hyphen after a letter is no sign. */
export function brokenFigures(page: Page): Promise<string[]> {
  return page.evaluate(`(() => {
    const broken = [];
    const texts = document.createTreeWalker(document.querySelector('main'), NodeFilter.SHOW_TEXT);
    for (let text = texts.nextNode(); text; text = texts.nextNode()) {
      for (const { 0: figure, index } of text.data.matchAll(/(?:(?<![\\d\\p{L}])[+−-])?\\d[\\d\u00a0\u202f.,]*(?<=\\d)/gu)) {
        const range = new Range();
        range.setStart(text, index);
        range.setEnd(text, index + figure.length);
        if (new Set([...range.getClientRects()].map(({ top }) => top)).size > 1) broken.push(figure);
      }
    }
    return broken;
  })()`);
}

/** The rules that axe finds broken, each with the elements. No colour is on its way to another one meanwhile. */
export async function violations(page: Page): Promise<string[]> {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  if (!(await page.evaluate('"axe" in window'))) await page.evaluate(axe);
  return page.evaluate(`axe.run(${JSON.stringify(AXE_OPTIONS)})
    .then(({ violations }) => violations.map((v) => v.id + ": " + v.nodes.map((n) => n.html).join(" ")))`);
}
