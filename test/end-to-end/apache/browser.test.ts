import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchChromium } from '../support/chromium.ts';
import { type Httpd, prepareHttpd } from '../support/httpd.ts';
import type { RunningServer } from '../support/tax-server.ts';
import { generate, originOf, startMounted } from './virtual-host.ts';

const NAME = 'flask-impots-withmysql';
/** Where the pictures of the pages go, for a person to look at. */
const screenshots = process.env.SCREENSHOTS;

const mountings = [
  { alias: '', prefix: '/do', strip: false },
  { alias: '/impots', prefix: '/do', strip: false },
  { alias: '/impots', prefix: '/do', strip: true },
  { alias: '/a/b', prefix: '', strip: false },
];

describe.each(mountings)(
  'Chromium through HTTPS: alias "$alias", prefix "$prefix", stripped $strip',
  (mounting) => {
    const { alias, prefix, strip } = mounting;
    let httpd: Httpd;
    let server: RunningServer;
    let browser: Browser;
    let page: Page;
    let base: string;
    /** Requests that failed or left the mount, and what the browser complained about. */
    const complaints: string[] = [];

    beforeAll(async () => {
      httpd = await prepareHttpd();
      const origin = originOf(httpd, 'https', NAME);
      server = await startMounted({ mount_alias: alias, url_prefix: prefix, public_url: origin });
      await httpd.apply([generate(httpd, [server], ...(strip ? ['--strip-alias'] : []))]);
      base = `${origin}${alias}`;
      browser = await launchChromium(`--host-resolver-rules=MAP ${NAME} 127.0.0.1`);
      page = await browser.newPage({ ignoreHTTPSErrors: true, locale: 'fr-FR' });
      page.setDefaultTimeout(10_000);
      page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
      page.on('pageerror', (error) => complaints.push(String(error)));
      page.on('requestfailed', (request) => {
        const reason = request.failure()?.errorText;
        // The next page came before this one's icon did.
        if (reason !== 'net::ERR_ABORTED') complaints.push(`${reason} ${request.url()}`);
      });
      page.on('response', (response) => {
        const isInside = response.url() === base || response.url().startsWith(`${base}/`);
        if (!isInside || response.status() >= 400) complaints.push(`${response.status()} ${response.url()}`);
      });
    });
    afterAll(async () => {
      await browser?.close();
      await server?.stop();
      await httpd?.stop();
    });

    async function picture(name: string): Promise<void> {
      const folder = alias.slice(1).replaceAll('/', '-') || 'root';
      if (screenshots)
        await page.screenshot({ path: join(screenshots, `${folder}-${strip}-${name}.png`), fullPage: true });
    }

    const at = (path: string) => `${base}${prefix}${path}`;

    it('works from sign-in to the end of the session', async () => {
      await page.goto(alias === '' ? `${base}/` : base);
      expect(page.url()).toBe(at('/afficher-vue-authentification'));
      await picture('1-sign-in');
      await page.fill('#user', 'admin');
      await page.fill('#password', 'admin');
      await page.getByRole('button', { name: 'Se connecter' }).click();
      await page.waitForURL(at('/afficher-vue-calcul-impot'));

      await page.check('#gridRadios1');
      await page.fill('#enfants', '2');
      await page.fill('#salaire', '50000');
      await page.getByRole('button', { name: 'Calculer' }).click();
      await expect.poll(() => page.locator('data[value="1384"]').count()).toBe(1);
      expect(page.url()).toBe(at('/afficher-vue-calcul-impot'));
      await picture('2-result');

      await page.getByRole('link', { name: 'Simulations' }).click();
      await page.waitForURL(at('/afficher-vue-liste-simulations'));
      await picture('3-list');
      await page.getByRole('button', { name: /^Supprimer/ }).click();
      await expect.poll(() => page.textContent('body')).toContain('Votre liste de simulations est vide');
      await page.reload();
      expect(page.url()).toBe(at('/afficher-vue-liste-simulations'));

      await page.getByRole('button', { name: 'Se déconnecter' }).click();
      await page.waitForURL(at('/afficher-vue-authentification'));
      await picture('4-end');
    });

    it('kept its cookie to itself, and everything inside the mount', async () => {
      const [cookie, ...others] = await page.context().cookies();
      expect(others).toEqual([]);
      expect(cookie).toMatchObject({
        path: `${alias}${prefix}`,
        secure: true,
        httpOnly: true,
        sameSite: 'Lax',
      });
      expect(complaints).toEqual([]);
    });
  },
);
