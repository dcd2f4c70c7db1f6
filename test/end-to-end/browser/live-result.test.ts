import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import { launchChromium } from '../support/chromium.ts';
import { ADMIN, type RunningServer, startServer } from '../support/tax-server.ts';

const PREVIEW = '**/apercu-calcul/*';
const plain = (text: string) => text.replace(/\s/g, ' ');

let server: RunningServer;
let browser: Browser;
let context: BrowserContext;
let page: Page;

beforeAll(async () => {
  const mount = { url_prefix: '/do', mount_alias: '/impots' };
  server = await startServer({ config: { server: mount, csrf_token: true, users: [ADMIN] } });
  browser = await launchChromium();
});
afterAll(async () => {
  await browser?.close();
  await server?.stop();
});
beforeEach(async () => {
  context = await browser.newContext({ locale: 'fr-FR' });
  page = await context.newPage();
  await page.goto(`${server.origin}/impots/do/`);
  await page.fill('#user', ADMIN.login);
  await page.fill('#password', ADMIN.login);
  await page.press('#password', 'Enter');
  await page.selectOption('#année', '2018');
});
afterEach(() => context.close());

const due = () => page.locator('.result-amount data').first();
const amount = async () => Number(await due().getAttribute('value', { timeout: 10_000 }));
const status = async () => plain(await page.locator('#live-status').innerText());

/** Longer than the first pause before a server is asked again. */
const poll = { timeout: 10_000 };

it('three answers and no click give a number, which the button keeps once', async () => {
  await page.keyboard.type(' ');
  await page.check('#gridRadios1');
  await page.fill('#enfants', '2');
  await page.locator('#salaire').pressSequentially('55555');
  await expect.poll(amount, poll).toBe(2815);
  expect(await page.inputValue('#salaire')).toBe('55 555');
  expect(await page.evaluate('document.activeElement.id')).toBe('salaire');
  expect(await page.locator('#beyond .step').count()).toBeGreaterThan(5);
  for (const name of ['Copier le lien', 'Imprimer ou enregistrer en PDF'])
    expect(await page.getByRole('button', { name }).isVisible()).toBe(true);

  for (let times = 0; times < 2; times++) {
    await page.locator('#page-form .btn-primary').click();
    await page.locator('.result:focus').waitFor();
  }
  await page.getByRole('link', { name: 'Simulations' }).click();
  expect(await page.locator('tbody tr').count()).toBe(1);
});

it('the last that was typed is shown, however slow the answers before it are', async () => {
  const { promise: released, resolve: release } = Promise.withResolvers<void>();
  let held = 0;
  await page.route(PREVIEW, async (route) => {
    const isFirst = held++ === 0;
    if (isFirst) await released;
    await route.continue().catch(() => undefined);
  });
  await page.fill('#salaire', '30000');
  await expect.poll(() => held, poll).toBe(1);
  await page.fill('#salaire', '100000');
  await expect.poll(amount, poll).toBe(22_986);
  release();
  await page.fill('#salaire', '');
  await page.locator('.result-awaited').waitFor();
  expect(await page.locator('.result').count()).toBe(0);
});

it('a server that is away is told, and the result follows when it is back', async () => {
  let isAway = true;
  await page.route(PREVIEW, (route) => (isAway ? route.abort() : route.continue()));
  await page.fill('#salaire', '100000');
  await expect.poll(status, poll).toContain('Le serveur ne répond pas.');
  expect(await page.inputValue('#salaire')).toBe('100 000');
  isAway = false;
  await expect.poll(amount, poll).toBe(22_986);
  expect(await status()).toBe('Impôt : 22 986 €, soit 1 916 € par mois');
});

it('a session that has ended is told, and the button leads back to the form as it was', async () => {
  await context.clearCookies();
  await page.fill('#salaire', '100000');
  await expect.poll(status, poll).toContain('Votre session a expiré');
  await page.press('#salaire', 'Enter');
  await page.fill('#user', ADMIN.login);
  await page.fill('#password', ADMIN.login);
  await page.press('#password', 'Enter');
  expect(await page.inputValue('#salaire')).toBe('100 000');
});

it('what is wrong is told beside the form, and the detailed one follows too', async () => {
  await page.fill('#salaire', '55.555');
  await page.locator('#outcome #errors').waitFor();
  expect(await page.locator('#errors').innerText()).toContain('peut vouloir dire');
  await page.fill('#salaire', '100000');
  await page.getByRole('button', { name: 'Plus de détails' }).click();
  await page.fill('#page-form [name="pension_1"]', '20000');
  await expect.poll(amount, poll).toBe(30_366);
});
