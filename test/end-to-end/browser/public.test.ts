import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import { launchChromium } from '../support/chromium.ts';
import { type RunningServer, startServer } from '../support/tax-server.ts';
import { ungrouped } from './written-amount.ts';

/** A server on which everybody calculates: nobody signs in here. */
let server: RunningServer;
let browser: Browser;
let context: BrowserContext;
let page: Page;

beforeAll(async () => {
  server = await startServer({ config: { public: true } });
  browser = await launchChromium();
});
afterAll(async () => {
  await browser?.close();
  await server?.stop();
});
beforeEach(async () => {
  context = await browser.newContext({ locale: 'fr-FR' });
  page = await context.newPage();
});
afterEach(() => context.close());

const poll = { timeout: 10_000 };
const amount = () => page.locator('.result-due data').getAttribute('value', poll);

it('the result follows what is typed, and its link opens it for another stranger', async () => {
  await page.goto(`${server.origin}/do/`);
  await page.selectOption('#année', '2018');
  await page.check('#gridRadios1');
  await page.fill('#enfants', '2');
  await page.fill('#salaire', '55555');
  await expect.poll(amount, poll).toBe('2815');
  expect(await page.locator('.result-preview').count()).toBe(0);
  expect(await page.getByRole('button', { name: /^Comparer/ }).count()).toBe(0);
  const url = await page.locator('#share-link').inputValue();

  await context.clearCookies();
  await page.goto(url);
  expect(await amount()).toBe('2815');
  await page.fill('#salaire', '100000');
  await expect.poll(amount, poll).toBe('12302');
});

it('a link that was edited by hand says what is wrong, and loses nothing of the rest', async () => {
  await page.goto(`${server.origin}/do/partage?situation=marié&enfants=deux&salaire_1=55555&année=2018`);
  expect(await page.locator('#errors').innerText()).toMatch(/«\sdeux\s»/);
  expect(ungrouped(await page.inputValue('#salaire_1'))).toBe('55555');
  await page.fill('#enfants', '2');
  await expect.poll(amount, poll).toBe('2815');
});
