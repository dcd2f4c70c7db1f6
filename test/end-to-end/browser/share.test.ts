import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchChromium } from '../support/chromium.ts';
import { ADMIN, type RunningServer, startServer } from '../support/tax-server.ts';
import { ungrouped } from './written-amount.ts';

let server: RunningServer;
let browser: Browser;
let root: string;

beforeAll(async () => {
  server = await startServer({
    config: { users: [ADMIN], csrf_token: true, server: { mount_alias: '/impots' } },
  });
  root = `${server.origin}/impots/do`;
  browser = await launchChromium();
});

afterAll(async () => {
  await browser?.close();
  await server?.stop();
});

/** A browser of its own. */
async function visitor(options: { readonly javaScriptEnabled?: boolean } = {}): Promise<Page> {
  const context = await browser.newContext({ locale: 'fr-FR', ...options });
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  return context.newPage();
}

async function signIn(page: Page): Promise<void> {
  await page.fill('#user', ADMIN.login);
  await page.fill('#password', ADMIN.login);
  await page.locator('main form button[type=submit]').click();
}

async function calculate(page: Page): Promise<void> {
  await page.goto(`${root}/`);
  await signIn(page);
  await page.check('#gridRadios1');
  await page.fill('#enfants', '2');
  await page.fill('#salaire', '55555');
  await page.getByRole('button', { name: 'Calculer' }).click();
  await page.locator('.result').waitFor();
}

const amount = (page: Page) => page.locator('.result-due data').getAttribute('value');

async function countOfSimulations(page: Page): Promise<number> {
  await page.locator('nav a[href*="lister-simulations"]').first().click();
  await page.locator('#simulations-title').waitFor();
  return page.locator('.simulations tbody tr').count();
}

describe.each([true, false])('the link of a calculation (scripts: %s)', (javaScriptEnabled) => {
  it('opens it for somebody else after the sign-in, and keeps nothing', async () => {
    const page = await visitor({ javaScriptEnabled });
    await calculate(page);
    const url = await page.locator('#share-link').inputValue();
    expect(url.startsWith(`${root}/partage?situation=`)).toBe(true);
    if (javaScriptEnabled) {
      await page.getByRole('button', { name: 'Copier le lien' }).click();
      await page.getByText('Lien copié.').waitFor();
      expect(await page.evaluate('navigator.clipboard.readText()')).toBe(url);
    } else expect(await page.getByRole('button', { name: 'Copier le lien' }).count()).toBe(0);

    const other = await visitor({ javaScriptEnabled });
    await other.goto(`${url}&fbclid=x`);
    expect(await other.getByRole('status').innerText()).toContain('Ce lien ouvre un calcul');
    await other.getByRole('button', { name: 'English' }).click();
    await other.getByRole('button', { name: 'Français' }).click();
    await signIn(other);
    expect(await amount(other)).toBe(await amount(page));
    expect(ungrouped(await other.inputValue('#salaire'))).toBe('55555');
    expect(await other.locator('.opened-link').innerText()).toContain('fbclid');
    expect(await countOfSimulations(other)).toBe(0);

    await other.goto(url);
    await other.getByRole('button', { name: 'Calculer' }).click();
    expect(await countOfSimulations(other)).toBe(1);
    await other.context().close();
    await page.context().close();
  });
});

it('a link of later years and boxes fills in what it can and says why there is no amount', async () => {
  const page = await visitor();
  await page.goto(`${root}/partage?situation=veuf&salaire_1=30000&9XX=1&année=2031`);
  await signIn(page);
  expect(await page.locator('#errors').innerText()).toContain('9XX');
  expect(ungrouped(await page.inputValue('#salaire_1'))).toBe('30000');
  expect(await page.locator('.result').count()).toBe(0);
  await page.context().close();
});

it('what would change the tax opens as a calculation, and as a comparison that is kept once', async () => {
  const page = await visitor();
  await calculate(page);
  const card = page.locator('.variation').filter({ hasText: 'Un enfant de plus' });
  await card.getByRole('link').click();
  expect(await page.inputValue('#enfants')).toBe('3');
  await page.goBack();
  for (let time = 0; time < 2; time++) {
    await card.getByRole('button').click();
    expect(await page.locator('.comparison thead th').allInnerTexts()).toEqual([
      expect.stringMatching(/^Couple, 2 enfants/),
      expect.stringMatching(/^Un enfant de plus/),
    ]);
    expect(await page.locator('.simulations tbody tr').count()).toBe(2);
    await page.getByRole('link', { name: 'Calcul', exact: true }).click();
  }
  await page.context().close();
});

it('a calculation prints with its date, steps and sources, and nothing to press', async () => {
  const page = await visitor();
  await calculate(page);
  await page.emulateMedia({ media: 'print' });
  const printed = (await page.locator('body').innerText()).replace(/[\u00a0\u202f]/g, ' ');
  for (const part of ['Calcul du ', 'Couple marié ou pacsé, 2 enfants', 'Textes :', 'Estimation indicative'])
    expect(printed).toContain(part);
  for (const part of ['Copier', 'Calculer\n', 'Comparer', 'Se déconnecter'])
    expect(printed).not.toContain(part);
  await page.setViewportSize({ width: 718, height: 1000 });
  expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(718);
  await page.context().close();
});
