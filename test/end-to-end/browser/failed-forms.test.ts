import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { message } from '../../../src/web/messages/message.ts';
import { renderPage } from '../../../src/web/pages/render.ts';
import { sentForm } from '../../../src/web/pages/sent-again.ts';
import { textsIn } from '../../../src/web/pages/texts/page-texts.ts';
import { context as pageContext } from '../../web/pages/page-builders.ts';
import { launchChromium } from '../support/chromium.ts';
import { ADMIN, type RunningServer, startServer } from '../support/tax-server.ts';

const texts = textsIn('fr');
const FORM = '**/calculer-impot';

let server: RunningServer;
let browser: Browser;

beforeAll(async () => {
  const mount = { url_prefix: '/do', mount_alias: '/impots' };
  server = await startServer({ config: { server: mount, users: [ADMIN] } });
  browser = await launchChromium();
});
afterAll(async () => {
  await browser?.close();
  await server?.stop();
});

/** A form that is sent while the server cannot deal with it: nothing typed is lost. */
describe.each([true, false])('with scripts: %s', (javaScriptEnabled) => {
  let context: BrowserContext;
  let page: Page;

  beforeEach(async () => {
    context = await browser.newContext({ javaScriptEnabled });
    page = await context.newPage();
    await page.goto(`${server.origin}/impots/do/`);
    await page.fill('#user', ADMIN.login);
    await page.fill('#password', ADMIN.login);
    await page.press('#password', 'Enter');
    await page.check('#gridRadios1');
    await page.fill('#enfants', '2');
    await page.fill('#salaire', '55 555,50');
    await page.selectOption('#année', '2019');
  });
  afterEach(() => context.close());

  const typed = async () => [
    await page.isChecked('#gridRadios1'),
    await page.inputValue('#enfants'),
    await page.inputValue('#salaire'),
    await page.inputValue('#année'),
  ];
  const all = [true, '2', '55 555,50', '2019'];

  /** What the server answers to this form while its database is away. */
  async function sendInOutage(): Promise<void> {
    await page.route(FORM, async (route) => {
      const posted = new Map(new URLSearchParams(route.request().postData() ?? ''));
      const sent = sentForm(503, new URL(route.request().url()).pathname, posted);
      const outage = message('databaseUnavailable', { seconds: 5 });
      const body = renderPage(
        { view: 'status', status: 503, message: outage, sent },
        pageContext({ languageUrl: (language) => `/impots/do/changer-langue/${language}` }),
      );
      await route.fulfill({ status: 503, contentType: 'text/html; charset=utf-8', body });
    });
    await page.press('#salaire', 'Enter');
    await page.locator('.status-code').waitFor();
    await page.unroute(FORM);
  }

  it('the page of an outage sends it again', async () => {
    await sendInOutage();
    await page.getByRole('button', { name: texts.sendAgain }).click();
    await page.locator('.result').waitFor();
    expect(await typed()).toEqual(all);
  });

  it('the page of an outage keeps it through a change of language', async () => {
    await sendInOutage();
    await page.locator('button[lang=en]').click();
    expect(await page.locator('html').getAttribute('lang')).toBe('en');
    expect(await typed()).toEqual(all);
  });

  // Without scripts the browser alone decides what Back shows.
  if (!javaScriptEnabled) return;

  it('the Back button leads from an outage to what was typed', async () => {
    await sendInOutage();
    await page.goBack();
    expect(await typed()).toEqual(all);
  });

  it('and from the page of the browser itself, once', async () => {
    await page.route(FORM, (route) => route.abort('connectionrefused'));
    await page.press('#salaire', 'Enter');
    await page.waitForURL('chrome-error://**');
    await page.unroute(FORM);
    await page.goBack();
    expect(await typed()).toEqual(all);
    await page.press('#salaire', 'Enter');
    await page.locator('.result').waitFor();
    expect(await page.evaluate('sessionStorage.length')).toBe(0);
  });
});
