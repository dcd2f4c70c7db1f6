import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { launchChromium } from '../support/chromium.ts';
import { ADMIN, type RunningServer, startServer } from '../support/tax-server.ts';
import { ungrouped } from './written-amount.ts';

/** Where the pictures go, for a person to look at. */
const screenshots = process.env.SCREENSHOTS;

/** A person at the pages of the real server, from the sign-in to the end of the session. */
describe.each([
  { mount: 'prefix', server: { url_prefix: '/do' }, root: '/do', csrf_token: false },
  {
    mount: 'alias and tokens',
    server: { url_prefix: '/do', mount_alias: '/impots' },
    root: '/impots/do',
    csrf_token: true,
  },
])('a session in the browser ($mount)', ({ mount, server: settings, root, csrf_token }) => {
  let server: RunningServer;
  let browser: Browser;
  let context: BrowserContext;
  let page: Page;
  let foreign: string[];

  beforeAll(async () => {
    server = await startServer({ config: { server: settings, csrf_token, users: [ADMIN] } });
    browser = await launchChromium();
  });
  afterAll(async () => {
    await browser?.close();
    await server?.stop();
  });
  beforeEach(async () => {
    context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
    page = await context.newPage();
    foreign = [];
    page.on('request', (request) => {
      if (!request.url().startsWith(server.origin)) foreign.push(request.url());
    });
    await page.goto(`${server.origin}${root}`);
  });
  afterEach(async () => {
    expect(foreign).toEqual([]);
    await context.close();
  });

  async function signIn(password = 'admin'): Promise<void> {
    await page.getByLabel("Nom d'utilisateur").fill('admin');
    await page.getByLabel('Mot de passe').fill(password);
    await page.getByRole('button', { name: 'Se connecter' }).click();
  }

  async function calculate(married: 'Oui' | 'Non', children: string, salary: string): Promise<void> {
    await page.getByLabel(married, { exact: true }).check();
    await page.getByLabel("Nombre d'enfants à charge").fill(children);
    await page.getByLabel('Salaire net imposable').fill(salary);
    await page.getByLabel(/ann[ée]e/i).selectOption('2018');
    await page.getByRole('button', { name: 'Calculer' }).click();
  }

  const at = () => new URL(page.url()).pathname;
  const picture = async (name: string) => {
    if (screenshots) await page.screenshot({ path: `${screenshots}/${mount}-${name}.png`, fullPage: true });
  };

  it('goes through sign-in, calculation, list, deletion and end', async () => {
    expect(at()).toMatch(new RegExp(`^${root}/afficher-vue-authentification`));
    await signIn('wrong');
    await page.getByText('Échec de la connexion').waitFor();
    await picture('refused');
    await signIn();
    expect(at()).toMatch(new RegExp(`^${root}/afficher-vue-calcul-impot`));

    await calculate('Oui', '2', '55555');
    await page
      .getByText(/Montant de l'impôt/)
      .first()
      .waitFor();
    expect(await page.locator('data[value="2815"]').count()).toBeGreaterThan(0);
    expect(ungrouped(await page.getByLabel('Salaire net imposable').inputValue())).toBe('55555');
    await picture('result');
    await page.reload();
    expect(await page.locator('data[value="2815"]').count()).toBeGreaterThan(0);
    await calculate('Non', '0', '100000');
    await page.locator('data[value="22986"]').first().waitFor();

    await page.getByRole('link', { name: 'Simulations' }).click();
    expect(await page.locator('tbody tr').count()).toBe(2);
    await picture('list');
    await page
      .getByRole('button', { name: /Supprimer/ })
      .first()
      .click();
    expect(await page.locator('tbody tr').count()).toBe(1);
    await page.getByRole('link', { name: 'Calcul', exact: true }).click();
    expect(at()).toMatch(new RegExp(`^${root}/afficher-vue-calcul-impot`));
    await page.getByRole('button', { name: 'Se déconnecter' }).click();
    await page.getByRole('button', { name: 'Terminer la session' }).click();
    expect(at()).toMatch(new RegExp(`^${root}/afficher-vue-authentification`));
  });

  it('goes back and forth with the buttons of the browser', async () => {
    await signIn();
    await page.getByRole('link', { name: 'Simulations' }).click();
    await page.goBack();
    await page.reload();
    await page.getByLabel('Salaire net imposable').waitFor();
    await page.goForward();
    await page.reload();
    expect(at()).toMatch(new RegExp(`^${root}/afficher-vue-liste-simulations`));
    await page.goBack();
    await page.goBack();
    await page.reload();
    await page.getByLabel('Salaire net imposable').waitFor();
  });

  it('finds who is signed in at the address of the server, and nobody after the end', async () => {
    await signIn();
    await page.goto(`${server.origin}${root}/`);
    await page.getByLabel('Salaire net imposable').waitFor();
    await page.getByRole('button', { name: 'Se déconnecter' }).click();
    await page.goto(`${server.origin}${root}/`);
    await page.getByLabel("Nom d'utilisateur").waitFor();
  });
});

describe('a server without users', () => {
  let server: RunningServer;
  let browser: Browser;

  beforeAll(async () => {
    server = await startServer();
    browser = await launchChromium();
  });
  afterAll(async () => {
    await browser?.close();
    await server?.stop();
  });

  it('signs in by the link that it prints, once', async () => {
    const [link = ''] = /http:\/\/\S+\/acces\/\S+/.exec(server.output()) ?? [];
    const page = await browser.newPage();
    await page.goto(link);
    expect(new URL(page.url()).pathname).toBe('/do/afficher-vue-calcul-impot');
    expect(await page.locator('.site-user strong').innerText()).toBe('admin');
    const second = await browser.newContext();
    const again = await second.newPage();
    await again.goto(link);
    expect(new URL(again.url()).pathname).toBe('/do/afficher-vue-authentification');
    await second.close();
  });
});
