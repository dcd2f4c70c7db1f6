import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fixtures } from '../../web/pages/fixtures.ts';
import { launchChromium } from '../support/chromium.ts';
import { startFixtureServer } from './fixture-server.ts';
import { brokenFigures, collectComplaints, overflow, spilled, violations } from './inspection.ts';

const widths = [320, 360, 768, 1100, 1280, 1600];
/** Where the layout differs; axe takes its time. */
const axeWidths = [360, 1280];
const looks = [
  { language: 'fr', colorScheme: 'light' },
  { language: 'en', colorScheme: 'dark' },
] as const;
/** Where the pictures of the pages go, for a person to look at. */
const screenshots = process.env.SCREENSHOTS;

interface Inspected {
  readonly page: Page;
  readonly complaints: string[];
}

const inspectedPages = new Map<string, Inspected>();
let browser: Browser;
let server: Awaited<ReturnType<typeof startFixtureServer>>;

beforeAll(async () => {
  server = await startFixtureServer();
  browser = await launchChromium();
});

afterAll(async () => {
  await browser?.close();
  await server?.stop();
});

describe.each(Object.keys(fixtures))('%s', (name) => {
  it.each(looks)(
    'is accessible, fits its screen and keeps to the policy ($language, $colorScheme)',
    async (look) => {
      const { language, colorScheme } = look;
      const { page, complaints } = await inspected(colorScheme);
      await page.goto(`${server.origin}/${language}/${name}`);
      for (const width of widths) {
        await page.setViewportSize({ width, height: 900 });
        expect(await overflow(page), `overflow at ${width} px`).toBe(0);
        expect(await brokenFigures(page), `figures at ${width} px`).toEqual([]);
        expect(await spilled(page), `spilled at ${width} px`).toEqual([]);
        if (axeWidths.includes(width)) expect(await violations(page), `axe at ${width} px`).toEqual([]);
        if (screenshots)
          await page.screenshot({
            path: `${screenshots}/${name}-${width}-${colorScheme}.png`,
            fullPage: true,
          });
      }
      expect(complaints.splice(0)).toEqual([]);
    },
  );
});

/** One page for each look: it has nothing to remember, and opening one takes longer than going on. */
async function inspected(colorScheme: 'light' | 'dark'): Promise<Inspected> {
  const known = inspectedPages.get(colorScheme);
  if (known) return known;
  const page = await browser.newPage({ colorScheme });
  const made = { page, complaints: collectComplaints(page, server.origin) };
  inspectedPages.set(colorScheme, made);
  return made;
}

it.each([true, false])('a telephone shows the amount due first (scripts: %s)', async (javaScriptEnabled) => {
  const page = await browser.newPage({ viewport: { width: 360, height: 640 }, javaScriptEnabled });
  await page.goto(`${server.origin}/fr/calculation-result`);
  const { y = 0, height = 0 } = (await page.locator('.result-amount').boundingBox()) ?? {};
  expect(y).toBeGreaterThan(0);
  expect(y + height).toBeLessThan(640);
  await page.close();
});

it('the box for a name fits the smallest screen', async () => {
  const page = await browser.newPage({ viewport: { width: 360, height: 900 } });
  await page.goto(`${server.origin}/fr/simulations`);
  for (const opener of await page.locator('.row-rename summary').all()) {
    await opener.click();
    expect(await overflow(page)).toBe(0);
    await opener.click();
  }
  await page.close();
});

describe('with the keyboard alone', () => {
  it('the first stop is the link to the content, and it shows', async () => {
    const page = await open('simulations');
    await page.keyboard.press('Tab');
    expect(await page.evaluate('document.activeElement.textContent')).toBe('Aller au contenu');
    expect((await page.locator('.skip-link').boundingBox())?.y).toBeGreaterThan(0);
    await page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
    expect(
      await page.evaluate('document.activeElement.closest("main .sort-menu, main thead") !== null'),
    ).toBe(true);
    await page.close();
  });

  it('whatever can be operated has a ring around it when it has the focus', async () => {
    const page = await open('calculation');
    const stops = await page.locator('main :is(input:checked, input[inputmode], select, button)').count();
    await page.locator('header :is(a, button)').last().focus();
    for (let stop = 0; stop < stops; stop++) {
      await page.keyboard.press('Tab');
      expect(await page.evaluate('getComputedStyle(document.activeElement).outlineStyle')).toBe('solid');
    }
    expect(await page.evaluate('document.activeElement.textContent')).toBe('Plus de détails');
    await page.close();
  });

  it('a result is what one is led to, then how it was computed, and the form comes next', async () => {
    const page = await open('calculation-result');
    expect(await page.evaluate('document.activeElement.className')).toContain('result');
    const stops = await page.locator('.result :is(a, summary)').count();
    for (let stop = 0; stop < stops; stop++) await page.keyboard.press('Tab');
    expect(await page.evaluate('document.activeElement.textContent')).toContain('Comment ce montant');
    await page.keyboard.press('Tab');
    expect(await page.evaluate('document.activeElement.id')).toBe('gridRadios1');
    await page.close();
  });

  it('a refusal is what one is led to, and from it to the field', async () => {
    const page = await open('calculation-refused');
    expect(await page.evaluate('document.activeElement.id')).toBe('errors');
    await page.getByRole('link', { name: /enfants/ }).press('Enter');
    await page.waitForURL(/#enfants$/);
    expect(await page.evaluate('document.activeElement.id')).toBe('enfants');
    await page.close();
  });
});

async function open(name: string): Promise<Page> {
  const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
  await page.goto(`${server.origin}/fr/${name}`);
  return page;
}
