import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { launchChromium } from '../support/chromium.ts';
import { http } from '../support/http-client.ts';
import { ADMIN, type RunningServer, startServer } from '../support/tax-server.ts';
import { ungrouped } from './written-amount.ts';

const mounts = [
  { mount: 'prefix', server: {}, root: '/do', csrf_token: false },
  { mount: 'alias and tokens', server: { mount_alias: '/impots' }, root: '/impots/do', csrf_token: true },
  { mount: 'no prefix', server: { url_prefix: '' }, root: '', csrf_token: true },
];

/** The switch of languages on the real server: the page stays, with what is typed on it and shown on it. */
describe.each(mounts)('languages ($mount)', ({ server: settings, root, csrf_token }) => {
  let server: RunningServer;
  let browser: Browser;

  beforeAll(async () => {
    server = await startServer({ config: { server: settings, csrf_token, users: [ADMIN] } });
    browser = await launchChromium();
  });
  afterAll(async () => {
    await browser?.close();
    await server?.stop();
  });

  describe.each([true, false])('with JavaScript: %s', (javaScriptEnabled) => {
    let context: BrowserContext;
    let page: Page;

    beforeEach(async () => {
      context = await browser.newContext({ locale: 'en-US', javaScriptEnabled });
      page = await context.newPage();
      await page.goto(`${server.origin}${root}/`);
    });
    afterEach(() => context.close());

    const language = () => page.locator('html').getAttribute('lang');
    const switchTo = (name: 'English' | 'Français') =>
      page.getByRole('button', { name, exact: true }).click();
    const path = () => new URL(page.url()).pathname;

    it("starts in the browser's language, and keeps what is typed through each change", async () => {
      expect(await language()).toBe('en');
      await page.getByLabel('User name').fill('admin');
      await switchTo('Français');
      expect(await language()).toBe('fr');
      expect(path()).toContain(`${root}/afficher-vue-authentification`);
      expect(await page.getByLabel("Nom d'utilisateur").inputValue()).toBe('admin');

      await page.getByLabel('Mot de passe').fill('admin');
      await page.getByRole('button', { name: 'Se connecter' }).click();
      await page.getByLabel('Oui', { exact: true }).check();
      await page.getByLabel("Nombre d'enfants à charge").fill('2');
      await page.getByLabel('Salaire net imposable').fill('55555');
      await page.getByLabel('Année des revenus').selectOption('2018');
      await switchTo('English');
      expect(path()).toContain(`${root}/afficher-vue-calcul-impot`);
      expect(await page.getByLabel('Yes', { exact: true }).isChecked()).toBe(true);
      expect(await page.getByLabel('Number of dependent children').inputValue()).toBe('2');
      expect(ungrouped(await page.getByLabel('Net taxable salary').inputValue())).toBe('55555');
      expect(await page.getByLabel('Income year').inputValue()).toBe('2018');

      await page.getByRole('button', { name: 'Calculate' }).click();
      await page.getByText('2,815').first().waitFor();
      await switchTo('Français');
      await page.getByText('2\u202f815').first().waitFor();
      await page.getByRole('link', { name: 'Simulations' }).click();
      await switchTo('English');
      expect(await page.getByRole('heading', { level: 1 }).innerText()).toBe('Your simulations');
      expect(await page.locator('tbody tr').count()).toBe(1);
    });

    it('returns to pages that are no views', async () => {
      for (const address of [`${root}/annees/2025`, `${root}/nothing?a=b&c=d`]) {
        await page.goto(`${server.origin}${address}`);
        await switchTo('Français');
        expect(await language()).toBe('fr');
        expect(page.url()).toBe(`${server.origin}${address}`);
        await switchTo('English');
        expect(await language()).toBe('en');
        expect(page.url()).toBe(`${server.origin}${address}`);
      }
    });

    it('leads from the answer to a form that failed to where the session stands', async () => {
      await page.getByLabel('User name').fill('admin');
      await page.getByLabel('Password').fill('x'.repeat(200_000));
      await page.getByRole('button', { name: 'Sign in' }).click();
      expect(await page.locator('.status-code').innerText()).toBe('413');
      await switchTo('Français');
      expect(path()).toContain(`${root}/afficher-vue-authentification`);
      expect(await language()).toBe('fr');
    });
  });

  it('takes a choice from this site alone, and knows two languages', async () => {
    const change = (language: string, headers = {}) =>
      http(`${server.origin}${root}/changer-langue/${language}`, { method: 'POST', headers });
    const changed = await change('en');
    expect([changed.status, changed.headers.location]).toEqual([302, `${root}/`]);
    expect(changed.headers['set-cookie']?.[0]).toContain(
      `langue=en; Max-Age=31536000; Path=${root || '/'}; HttpOnly`,
    );
    expect((await change('en', { 'sec-fetch-site': 'cross-site' })).status).toBe(403);
    expect((await change('de')).status).toBe(404);
    expect((await http(`${server.origin}${root}/changer-langue/en`)).status).toBe(405);
  });

  it('says to caches what a page depends on', async () => {
    const { headers } = await http(`${server.origin}${root}/annees`);
    expect(headers.vary).toBe('Accept-Encoding, Accept-Language, Cookie');
  });
});
