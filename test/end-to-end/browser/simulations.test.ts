import { readFileSync } from 'node:fs';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchChromium } from '../support/chromium.ts';
import { ADMIN, type RunningServer, startServer } from '../support/tax-server.ts';

const words = {
  'fr-FR': {
    rename: 'Nommer',
    keep: 'Enregistrer',
    undo: 'Annuler la suppression',
    compare: 'Comparer les simulations cochées',
    chooseTwo: 'Cochez au moins deux simulations',
    tax: 'Impôt',
    order: 'Ordre des calculs',
  },
  'en-GB': {
    rename: 'Name',
    keep: 'Save',
    undo: 'Undo the deletion',
    compare: 'Compare the ticked simulations',
    chooseTwo: 'Tick two simulations or more',
    tax: 'Tax',
    order: 'Order of calculation',
  },
} as const;

let server: RunningServer;
let browser: Browser;

beforeAll(async () => {
  server = await startServer({
    config: { users: [ADMIN], csrf_token: true, server: { mount_alias: '/impots' } },
  });
  browser = await launchChromium();
});

afterAll(async () => {
  await browser?.close();
  await server?.stop();
});

describe.each(Object.keys(words) as (keyof typeof words)[])('the list of simulations (%s)', (locale) => {
  it.each([true, false])(
    'sorts, compares, names, deletes, restores and exports (scripts: %s)',
    async (javaScriptEnabled) => {
      const text = words[locale];
      const page = await browser.newPage({ locale, javaScriptEnabled });
      await listOf(page, [30_000, 90_000, 60_000]);
      await page.setViewportSize({ width: 400, height: 800 });
      expect(await numbers(page)).toEqual(['1', '2', '3']);

      await sortBy(page, text.tax);
      expect(await numbers(page)).toEqual(['1', '3', '2']);
      await sortBy(page, text.tax);
      expect(await numbers(page)).toEqual(['2', '3', '1']);
      expect(await page.locator('th[aria-sort="descending"]').count()).toBe(1);

      await page.getByRole('button', { name: text.compare }).click();
      expect(await page.getByRole('status').innerText()).toContain(text.chooseTwo);
      await page.locator('input[value="1"]').check();
      await page.locator('input[value="2"]').check();
      await page.getByRole('button', { name: text.compare }).click();
      expect(await numbers(page)).toEqual(['2', '3', '1']);
      expect(await page.locator('.comparison .difference').first().innerText()).toMatch(/\+€?60.000/);

      const row = page.locator('.simulations tbody tr').last();
      await row.getByText(text.rename, { exact: true }).click();
      await row.locator('input[name="nom"]').fill('<b>à deux</b>');
      await row.getByRole('button', { name: text.keep }).click();
      expect(await numbers(page)).toEqual(['2', '3', '1']);
      expect(await page.locator('.row-name').last().innerText()).toBe('<b>à deux</b>');
      await page.locator('.end-comparison').click();
      expect(await numbers(page)).toEqual(['2', '3', '1']);
      await sortBy(page, text.order);

      await page.locator('.btn-delete').first().click();
      expect(await numbers(page)).toEqual(['2', '3']);
      await page.getByRole('button', { name: text.undo }).click();
      expect(await numbers(page)).toEqual(['1', '2', '3']);
      expect(await page.locator('.row-name').first().innerText()).toBe('<b>à deux</b>');

      const [download] = await Promise.all([page.waitForEvent('download'), page.getByText('CSV').click()]);
      expect(download.suggestedFilename()).toBe('simulations.csv');
      expect(readFileSync(await download.path(), 'utf8')).toContain('<b>à deux</b>');
      await page.close();
    },
  );
});

it('a list and a comparison print on one page', async () => {
  const page = await browser.newPage({ locale: 'fr-FR' });
  await listOf(
    page,
    [10, 20, 30, 40, 50, 60, 70, 80, 90, 100].map((thousands) => thousands * 1_000),
  );
  await page.locator('input[value="1"]').check();
  await page.locator('input[value="8"]').check();
  await page.locator('#compare button').click();
  await page.locator('.comparison').waitFor();
  const printed = (await page.pdf({ format: 'A4' })).toString('latin1');
  expect(printed.match(/\/Type\s*\/Page\b/g)).toHaveLength(1);
  await page.close();
});

async function listOf(page: Page, salaries: readonly number[]): Promise<void> {
  await page.goto(`${server.origin}/impots/do/`);
  await page.fill('#user', ADMIN.login);
  await page.fill('#password', ADMIN.login);
  await page.locator('main form button[type=submit]').click();
  for (const salary of salaries) {
    await page.fill('#enfants', '0');
    await page.fill('#salaire', String(salary));
    await page.locator('main form button.btn-primary').first().click();
    await page.locator('.result').waitFor();
  }
  await page.locator('nav a[href*="lister-simulations"]').first().click();
}

async function numbers(page: Page): Promise<(string | undefined)[]> {
  const numbers = await page.locator('.simulations .row-more > span').allInnerTexts();
  return numbers.map((number) => /\d+/.exec(number)?.[0]);
}

/** By the menu of narrow screens. */
async function sortBy(page: Page, name: string): Promise<void> {
  await page.locator('.sort-menu summary').click();
  await page.locator('.sort-menu').getByRole('link', { name, exact: true }).click();
}
