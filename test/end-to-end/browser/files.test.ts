import { readFileSync } from 'node:fs';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { filesTexts } from '../../../src/web/pages/texts/files-texts.ts';
import { textsIn } from '../../../src/web/pages/texts/page-texts.ts';
import { rowsOf, workbook } from '../../xlsx/make-workbook.ts';
import { launchChromium } from '../support/chromium.ts';
import { ADMIN, type RunningServer, startServer } from '../support/tax-server.ts';
import { type HeldUpload, holdUploadOf } from './held-upload.ts';

/** Long enough to be seen on its way. */
const LINES = 300_000;
const HEADER = 'id,marié,enfants,salaire\n';

let server: RunningServer;
let browser: Browser;
let context: BrowserContext | undefined;
let held: HeldUpload | undefined;

beforeAll(async () => {
  const mount = { url_prefix: '/do', mount_alias: '/impots' };
  server = await startServer({ config: { server: mount, csrf_token: true, users: [ADMIN] } });
  browser = await launchChromium();
});
afterEach(async () => {
  held?.abandon();
  await context?.close();
});
afterAll(async () => {
  await browser?.close();
  await server?.stop();
});

describe.each([
  { language: 'fr', locale: 'fr-FR', javaScriptEnabled: true },
  { language: 'fr', locale: 'fr-FR', javaScriptEnabled: false },
  { language: 'en', locale: 'en-GB', javaScriptEnabled: true },
  { language: 'en', locale: 'en-GB', javaScriptEnabled: false },
] as const)('in $language, scripts: $javaScriptEnabled', ({ language, locale, javaScriptEnabled }) => {
  const words = filesTexts(language);

  async function atTheForm(): Promise<Page> {
    const texts = textsIn(language);
    context = await browser.newContext({ locale, javaScriptEnabled, acceptDownloads: true });
    const page = await context.newPage();
    await page.goto(`${server.origin}/impots/do/`);
    await page.getByLabel(texts.user).fill('admin');
    await page.getByLabel(texts.password).fill('admin');
    await page.getByRole('button', { name: texts.signIn }).click();
    await page.getByRole('link', { name: texts.menuFiles }).click();
    return page;
  }

  async function send(page: Page, content: string | Buffer, name = 'foyers.csv'): Promise<void> {
    const buffer = Buffer.from(content);
    await page.getByLabel(words.file).setInputFiles({ name, mimeType: 'text/csv', buffer });
    await page.getByRole('button', { name: words.send }).click();
  }

  /** Lets a file be calculated whose columns and first lines are shown. */
  async function calculate(page: Page): Promise<void> {
    await page.getByRole('heading', { name: words.previewTitle }).waitFor();
    await page.getByRole('button', { name: words.calculate }).click();
  }

  it('the template is calculated, and its results can be downloaded', async () => {
    const page = await atTheForm();
    const template = language === 'fr' ? words.templateFrench : words.templateEnglish;
    await send(page, (await downloaded(page, template)).toString());
    await calculate(page);
    await page.getByRole('link', { name: `${words.download} (CSV)` }).waitFor();
    expect(await page.locator('.file-done').innerText()).toContain(`0 ${words.refusedLine.slice(8)}`);
    const results = (await downloaded(page, `${words.download} (CSV)`)).toString();
    expect(results.trim().split('\n')).toHaveLength(5);
    expect(results).toContain(language === 'fr' ? ';impôt;' : ',amountDue,');
  });

  it('a long file shows its progress, survives a closed tab, and lists its wrong lines', async () => {
    const page = await atTheForm();
    await send(page, `${HEADER}${'1,oui,2,55555\n'.repeat(LINES)}2,x,2,1\n`);
    await calculate(page);
    const address = page.url();
    await page.close();
    const again = await (context as BrowserContext).newPage();
    await again.goto(address);
    await again.getByRole('link', { name: `${words.download} (CSV)` }).waitFor({ timeout: 30_000 });
    expect(await again.locator('.file-refused tbody tr').innerText()).toMatch(/300.002\s+marié\s+x/);
    const report = await downloaded(again, `${words.downloadReport} (CSV)`);
    expect(report.toString()).toContain('300002');
  });

  it('a workbook is shown before it is calculated, and its refused line comes back to be corrected', async () => {
    const page = await atTheForm();
    const rows = [
      ['situation', 'salaire', 'nom'],
      ['couple', 55555, 'A'],
      ['x', 20000, 'B'],
    ];
    await send(page, await workbook({ sheet: rowsOf(rows) }), 'foyers.xlsx');
    const preview = page.locator('.file-preview');
    expect(await preview.locator('.file-columns li').count()).toBe(2);
    expect(await preview.locator('.file-lines li').first().innerText()).toMatch(/Couple, .*55.555/s);
    expect(await preview.innerText()).toContain(words.refusedInPreview);
    await calculate(page);
    const results = `${words.download} (XLSX)`;
    await page.getByRole('link', { name: results }).waitFor();
    expect((await downloaded(page, results)).subarray(0, 2).toString()).toBe('PK');
    const report = await downloaded(page, `${words.downloadReport} (XLSX)`);
    await page.getByRole('link', { name: words.otherFile }).click();
    await send(page, report, 'corrections.xlsx');
    expect(await page.locator('.file-preview').innerText()).not.toContain('reason for refusal');
    await calculate(page);
    expect(await page.locator('.file-refused tbody tr').innerText()).toMatch(/situation\s+x/);
  });

  it('a file can be cancelled, and another be sent', async () => {
    const page = await atTheForm();
    await openHeld(page);
    await page.getByRole('button', { name: words.cancel }).click();
    await page.getByText(words.wasCancelled).waitFor();
    await page.getByRole('link', { name: words.otherFile }).click();
    await send(page, '');
    await page
      .getByText(words.failures.emptyFile)
      .or(page.getByText(/vide|empty/))
      .first()
      .waitFor();
    await page.getByRole('button', { name: words.remove }).click();
    await page.waitForURL(/\/fichiers\//);
    await page.getByLabel(words.file).waitFor();
  });

  async function downloaded(page: Page, link: string): Promise<Buffer> {
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: link }).click(),
    ]);
    return readFileSync(await download.path());
  }
});

it('with scripts the progress moves on without loading the page again, until there are results', async () => {
  context = await browser.newContext({ locale: 'fr-FR' });
  const page = await context.newPage();
  await page.goto(`${server.origin}/impots/do/`);
  await page.getByLabel("Nom d'utilisateur").fill('admin');
  await page.getByLabel('Mot de passe').fill('admin');
  await page.getByRole('button', { name: 'Se connecter' }).click();
  await page.getByRole('link', { name: 'Plusieurs foyers' }).click();
  const upload = await openHeld(page);
  await page.evaluate('window.mark = 1');
  // A percentage is the calculation's, which a test cannot hold.
  await page.route('**/avancement-fichier/**', async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, json: { ...(await response.json()), percent: 42 } });
  });
  const details = page.locator('[data-progress=details]');
  const before = await details.innerText();
  upload.write('1,oui,2,55555\n'.repeat(20_000));
  await expect.poll(() => details.innerText(), { timeout: 10_000 }).not.toBe(before);
  expect(await page.locator('[data-progress=percent]').innerText()).toBe('42');
  expect(await page.locator('progress').getAttribute('value')).toBe('42');
  expect(await page.evaluate('window.mark')).toBe(1);
  await page.unrouteAll({ behavior: 'wait' });
  upload.finish();
  await page.getByRole('button', { name: 'Calculer le fichier' }).click();
  await page.getByRole('link', { name: 'Télécharger les résultats (CSV)' }).waitFor();
});

/** Begins to send a file from the form and leads the page to it. */
async function openHeld(page: Page): Promise<HeldUpload> {
  held = await holdUploadOf(page);
  held.write(HEADER);
  const link = page.getByRole('link', { name: held.name });
  await expect
    .poll(
      async () => {
        await page.reload();
        return link.count();
      },
      { timeout: 20_000 },
    )
    .toBe(1);
  await link.click();
  await page.locator('.file-progress').waitFor();
  return held;
}
