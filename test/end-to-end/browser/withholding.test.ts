import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Language } from '../../../src/model/language.ts';
import { withholdingTexts } from '../../../src/web/pages/texts/withholding-texts.ts';
import { launchChromium } from '../support/chromium.ts';
import { ADMIN, type RunningServer, startServer } from '../support/tax-server.ts';
import { collectComplaints, overflow } from './inspection.ts';
import { ungrouped } from './written-amount.ts';

/** From a result to the rates of the same household, and to the neutral rate of a pay. */
describe('what is taken from the pay', () => {
  let server: RunningServer;
  let browser: Browser;

  beforeAll(async () => {
    server = await startServer({ config: { users: [ADMIN] } });
    browser = await launchChromium();
  });
  afterAll(async () => {
    await browser?.close();
    await server?.stop();
  });

  async function calculate(page: Page): Promise<void> {
    await page.goto(`${server.origin}/do`);
    await page.locator('#user').fill(ADMIN.login);
    await page.locator('#password').fill(ADMIN.login);
    await page.locator('main form button').click();
    await page.locator('#page-form [name="marié"][value="oui"]').check();
    await page.locator('#page-form [name="enfants"]').fill('1');
    await page.locator('#page-form [name="salaire"]').fill('60000');
    await page.locator('main form button.btn-primary').first().click();
  }

  it.each<[Language, string, boolean]>([
    ['fr', 'fr-FR', false],
    ['en', 'en-GB', true],
  ])('is told in %s (%s, with scripts: %s)', async (language, locale, javaScriptEnabled) => {
    const words = withholdingTexts(language);
    const context = await browser.newContext({
      locale,
      javaScriptEnabled,
      viewport: { width: 320, height: 700 },
    });
    try {
      const page = await context.newPage();
      const complaints = collectComplaints(page, server.origin);
      await calculate(page);
      await page.getByRole('link', { name: words.link }).click();
      expect(await page.getByRole('heading', { level: 1 }).innerText()).toBe(words.title);
      const titles = await page.locator('.rate-card h3').allInnerTexts();
      expect(titles).toEqual(Object.values(words.kinds).map(({ title }) => title));
      expect(await page.locator('figure.months-picture svg').getAttribute('role')).toBe('img');
      expect(await page.locator('.month-now').count()).toBe(12);

      await page.locator('[name="paie_1"]').fill('1700');
      await page.locator('[name="territoire"]').selectOption('guyane_mayotte');
      await page.getByRole('button', { name: words.submit }).click();
      const neutral = page.locator('.rate-card').last();
      expect(await neutral.locator('.rate-figure').first().innerText()).toMatch(/^0\s?%$/);
      expect(await neutral.innerText()).toContain('Mayotte');
      expect(ungrouped(await page.locator('[name="paie_1"]').inputValue())).toBe('1700');
      expect(await overflow(page)).toBe(0);
      expect(complaints).toEqual([]);
    } finally {
      await context.close();
    }
  });
});
