import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { fixtures } from '../../web/pages/fixtures.ts';
import { startFixtureServer } from './fixture-server.ts';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const widths = [360, 768, 1280];
const schemes = ['light', 'dark'] as const;
/** Where the pictures of the pages go, for a person to look at. */
const screenshots = process.env.SCREENSHOTS;

let browser: Browser;
let server: Awaited<ReturnType<typeof startFixtureServer>>;

beforeAll(async () => {
  server = await startFixtureServer();
  browser = await chromium.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--disable-background-networking'],
  });
});

afterAll(async () => {
  await browser?.close();
  await server?.stop();
});

describe.each(Object.keys(fixtures))('%s', (name) => {
  test.each(schemes)('is accessible, fits its screen and keeps to the policy (%s)', async (colorScheme) => {
    const page = await browser.newPage({ colorScheme, bypassCSP: false });
    const complaints = collectComplaints(page);
    for (const width of widths) {
      await page.setViewportSize({ width, height: 900 });
      await page.goto(`${server.origin}/fr/${name}`);
      expect(await overflow(page), `overflow at ${width} px`).toBe(0);
      expect(await violations(page), `axe at ${width} px`).toEqual([]);
      if (screenshots) {
        await page.screenshot({ path: `${screenshots}/${name}-${width}-${colorScheme}.png`, fullPage: true });
      }
    }
    expect(complaints).toEqual([]);
    await page.close();
  });
});

/** Requests to elsewhere, errors in the console, refusals of the Content-Security-Policy. */
function collectComplaints(page: Page): string[] {
  const complaints: string[] = [];
  page.on('console', (line) => line.type() === 'error' && complaints.push(line.text()));
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('request', (request) => {
    if (!request.url().startsWith(server.origin) && !request.url().startsWith('data:')) {
      complaints.push(`request to ${request.url()}`);
    }
  });
  page.on('requestfailed', (request) => complaints.push(`failed: ${request.url()}`));
  return complaints;
}

function overflow(page: Page): Promise<number> {
  return page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth');
}

/** The rules that axe finds broken, each with the elements. */
async function violations(page: Page): Promise<string[]> {
  await page.evaluate(axe);
  return page.evaluate(
    'axe.run().then(({ violations }) => violations.map((v) => v.id + ": " + v.nodes.map((n) => n.html).join(" ")))',
  );
}
