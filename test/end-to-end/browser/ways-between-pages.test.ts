import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { endTexts } from '../../../src/web/pages/texts/end-texts.ts';
import { fill, textsIn } from '../../../src/web/pages/texts/page-texts.ts';
import { resultTexts } from '../../../src/web/pages/texts/result-texts.ts';
import { shortFormTexts } from '../../../src/web/pages/texts/short-form-texts.ts';
import { yearsTexts } from '../../../src/web/pages/texts/years-texts.ts';
import { launchChromium } from '../support/chromium.ts';
import { ADMIN, type RunningServer, startServer } from '../support/tax-server.ts';

let server: RunningServer;
let browser: Browser;

beforeAll(async () => {
  const mount = { url_prefix: '/do', mount_alias: '/impots' };
  server = await startServer({ config: { server: mount, csrf_token: true, users: [ADMIN] } });
  browser = await launchChromium();
});
afterAll(async () => {
  await browser?.close();
  await server?.stop();
});

/** What leads from one page to another; what the pages of simulations, households and files do is tested beside. */
describe.each([
  { language: 'fr', locale: 'fr-FR', javaScriptEnabled: true },
  { language: 'fr', locale: 'fr-FR', javaScriptEnabled: false },
  { language: 'en', locale: 'en-GB', javaScriptEnabled: true },
  { language: 'en', locale: 'en-GB', javaScriptEnabled: false },
] as const)('in $language, scripts: $javaScriptEnabled', ({ language, locale, javaScriptEnabled }) => {
  const texts = textsIn(language);
  const years = yearsTexts(language);
  const { salary } = shortFormTexts(language);

  async function arrived(): Promise<Page> {
    const context = await browser.newContext({ locale, javaScriptEnabled });
    const page = await context.newPage();
    await page.goto(`${server.origin}/impots/do/`);
    return page;
  }

  async function signIn(page: Page, password: string): Promise<void> {
    await page.getByLabel(texts.user).fill(ADMIN.login);
    await page.getByLabel(texts.password).fill(password);
    await page.getByLabel(texts.password).press('Enter');
  }

  const follow = (page: Page, name: string) => page.getByRole('link', { name, exact: true }).first().click();
  const heading = (page: Page) => page.locator('main h1').first().innerText();

  it('a refused sign-in, then a calculation, the list and the end of the session', async () => {
    const page = await arrived();
    await signIn(page, 'wrong');
    expect(await page.locator('#errors').innerText()).toContain(texts.formErrors);
    expect(await page.getByLabel(texts.user).inputValue()).toBe(ADMIN.login);
    await signIn(page, 'admin');
    expect(await heading(page)).toBe(texts.calculationTitle);
    await page.getByLabel(texts.yes, { exact: true }).check();
    await page.getByLabel(texts.children).fill('2');
    await page.getByLabel(salary).fill('55555');
    await page.getByLabel(texts.incomeYear).selectOption('2018');
    await page.getByLabel(salary).press('Enter');
    expect(await page.locator('.result').innerText()).toContain(resultTexts(language).amountDue);
    expect(await page.locator('.result data[value="2815"]').count()).toBe(1);
    await follow(page, texts.menuSimulations);
    expect(await heading(page)).toBe(texts.simulationsList);
    await follow(page, texts.menuCalculation);
    expect(await heading(page)).toBe(texts.calculationTitle);
    await page.getByRole('button', { name: texts.menuEndSession }).click();
    await page.getByRole('button', { name: endTexts(language).end }).click();
    expect(await heading(page)).toBe(texts.signIn);
    await page.context().close();
  });

  it('the years and one of them, and back to where one came from', async () => {
    const page = await arrived();
    await signIn(page, 'admin');
    await follow(page, texts.menuYears);
    expect(await page.title()).toContain(years.title);
    await page.getByRole('link', { name: '2024' }).first().click();
    expect(await heading(page)).toContain(fill(years.yearName, { year: '2024' }));
    expect(await page.locator('main').innerText()).toContain(fill(years.comparedWith, { year: '2023' }));
    await follow(page, years.allYears);
    await follow(page, texts.menuCalculation);
    expect(await heading(page)).toBe(texts.calculationTitle);
    await page.context().close();
  });

  it('an address that leads nowhere, and an action of another view: both lead on', async () => {
    const page = await arrived();
    await signIn(page, 'admin');
    await page.goto(`${server.origin}/impots/do/nothing`);
    expect(await page.locator('.status-code').innerText()).toBe('404');
    expect(await heading(page)).toBe(texts.statuses[404]);
    await follow(page, texts.backToStart);
    expect(await heading(page)).toBe(texts.calculationTitle);
    const token = page.url().split('/').at(-1);
    await page.goto(`${server.origin}/impots/do/supprimer-simulation/1/${token}`);
    expect(await page.locator('main').innerText()).toContain(texts.unexpectedErrors);
    await follow(page, texts.menuCalculation);
    expect(await heading(page)).toBe(texts.calculationTitle);
    await page.context().close();
  });

  it("the API's documentation, without a session", async () => {
    const page = await arrived();
    await follow(page, texts.apiLink);
    expect(new URL(page.url()).pathname).toBe('/impots/do/api/v1/docs');
    expect(await page.locator('h1').innerText()).toMatch(/API/);
    await page.context().close();
  });
});
