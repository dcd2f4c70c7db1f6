import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { endTexts } from '../../../src/web/pages/texts/end-texts.ts';
import { textsIn } from '../../../src/web/pages/texts/page-texts.ts';
import { launchChromium } from '../support/chromium.ts';
import { ADMIN, type RunningServer, startServer } from '../support/tax-server.ts';
import { ungrouped } from './written-amount.ts';

let browser: Browser;

beforeAll(async () => {
  browser = await launchChromium();
});
afterAll(() => browser?.close());

/** Several tabs of one session, and a session that ends while a form is filled in: nothing typed is lost. */
describe.each([
  { csrf_token: false, locale: 'fr-FR', javaScriptEnabled: true },
  { csrf_token: true, locale: 'en-GB', javaScriptEnabled: false },
])('tokens: $csrf_token, $locale, scripts: $javaScriptEnabled', ({ csrf_token, locale, ...options }) => {
  const language = locale === 'fr-FR' ? 'fr' : 'en';
  const texts = textsIn(language);
  let server: RunningServer;
  let context: BrowserContext;

  beforeAll(async () => {
    const mount = { url_prefix: '/do', mount_alias: '/impots' };
    server = await startServer({ config: { server: mount, csrf_token, users: [ADMIN] } });
  });
  afterAll(() => server?.stop());
  beforeEach(async () => {
    context = await browser.newContext({ locale, ...options });
  });
  afterEach(() => context.close());

  async function tab(): Promise<Page> {
    const page = await context.newPage();
    await page.goto(`${server.origin}/impots/do/`);
    return page;
  }

  async function signIn(page: Page, password: string = ADMIN.login): Promise<void> {
    await page.fill('#user', ADMIN.login);
    await page.fill('#password', password);
    await page.press('#password', 'Enter');
  }

  async function signedIn(): Promise<Page> {
    const page = await tab();
    await signIn(page);
    return page;
  }

  async function type(page: Page, salary: string): Promise<void> {
    await page.check('#gridRadios1');
    await page.fill('#enfants', '2');
    await page.fill('#salaire', salary);
  }

  async function calculate(page: Page, salary: string): Promise<void> {
    await type(page, salary);
    await page.press('#salaire', 'Enter');
  }

  const typed = async (page: Page) => [
    await page.isChecked('#gridRadios1'),
    await page.inputValue('#enfants'),
    ungrouped(await page.inputValue('#salaire')),
  ];

  const openList = (page: Page) => page.getByRole('link', { name: texts.menuSimulations }).click();
  const rows = (page: Page) => page.locator('.simulations tbody tr').count();
  const endSession = (page: Page) => page.getByRole('button', { name: texts.menuEndSession }).click();

  it('every action works from any tab', async () => {
    const first = await signedIn();
    const second = await tab();
    await type(first, '41000');
    await openList(second);
    await first.press('#salaire', 'Enter');
    expect(await first.locator('.result').count()).toBe(1);
    await second.reload();
    expect(await rows(second)).toBe(1);

    await calculate(first, '42000');
    await second.locator('.row-rename summary').click();
    await second.fill('.row-rename input', 'two tabs');
    await second.press('.row-rename input', 'Enter');
    expect(await second.locator('.row-name').first().innerText()).toBe('two tabs');
    await openList(first);
    await first.getByRole('link', { name: texts.menuCalculation, exact: true }).click();
    await second.locator('.btn-delete').first().click();
    expect(await rows(second)).toBe(1);
    await calculate(first, '43000');
    await second.locator('.deleted button').click();
    expect(await rows(second)).toBe(3);
  });

  it('the Back button leads to what was typed', async () => {
    const page = await signedIn();
    await calculate(page, '51000');
    await openList(page);
    await page.goBack();
    await page.reload();
    expect(await typed(page)).toEqual([true, '2', '51000']);
    expect(await page.locator('.result').count()).toBe(1);
  });

  it('a session that has expired costs no form', async () => {
    const page = await signedIn();
    await type(page, '61000');
    await context.clearCookies();
    await page.press('#salaire', 'Enter');
    expect(await page.getByRole('status').innerText()).toBe(texts.signInNotices.expiredWithForm);
    expect(await page.locator('main').innerText()).not.toMatch(/\[|init-session/);
    await signIn(page, 'wrong');
    expect(await page.locator('#errors').count()).toBe(1);
    const other = language === 'fr' ? 'en' : 'fr';
    await page.locator(`button[lang=${other}]`).click();
    await page.locator(`button[lang=${language}]`).click();
    expect(await page.inputValue('#user')).toBe(ADMIN.login);
    await signIn(page);
    expect(await typed(page)).toEqual([true, '2', '61000']);
  });

  it('nor does one that another tab has ended', async () => {
    const page = await signedIn();
    await type(page, '71000');
    const second = await tab();
    await endSession(second);
    await page.press('#salaire', 'Enter');
    await signIn(page);
    expect(await typed(page)).toEqual([true, '2', '71000']);
  });

  it('a bookmark leads through the sign-in to its page', async () => {
    const page = await signedIn();
    await openList(page);
    const bookmark = page.url();
    await context.clearCookies();
    await page.goto(bookmark);
    expect(await page.getByRole('status').innerText()).toBe(texts.signInNotices.needed);
    await signIn(page);
    expect(new URL(page.url()).pathname).toContain('/afficher-vue-liste-simulations');
    await page.goto(bookmark);
    expect(new URL(page.url()).pathname).toContain('/afficher-vue-liste-simulations');
  });

  it('a browser without cookies is told so', async () => {
    const page = await tab();
    await context.clearCookies();
    await signIn(page);
    expect(await page.getByRole('status').innerText()).toBe(texts.signInNotices.cookies);
  });

  it('the end of a session asks before simulations go, and offers them first', async () => {
    const words = endTexts(language);
    const page = await signedIn();
    await calculate(page, '81000');
    await endSession(page);
    expect(await page.locator('main').innerText()).toContain(words.simulation);
    const [download] = await Promise.all([page.waitForEvent('download'), page.getByText('CSV').click()]);
    expect(download.suggestedFilename()).toBe('simulations.csv');
    await page.getByRole('link', { name: words.stay }).click();
    expect(await typed(page)).toEqual([true, '2', '81000']);
    await endSession(page);
    await page.getByRole('button', { name: words.end }).click();
    expect(await page.locator('#user').count()).toBe(1);
  });
});
