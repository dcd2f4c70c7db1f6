import { spawnSync } from 'node:child_process';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hashApiToken } from '../../../src/users/api-token-format.ts';
import { newApiToken } from '../../../src/users/api-tokens.ts';
import { launchChromium } from '../support/chromium.ts';
import { ADMIN, type RunningServer, startServer } from '../support/tax-server.ts';
import { collectComplaints, overflow, violations } from './inspection.ts';

const TOKEN = newApiToken();
/** Where the pictures of the page go, for a person to look at. */
const screenshots = process.env.SCREENSHOTS;

let server: RunningServer;
let browser: Browser;

beforeAll(async () => {
  server = await startServer({
    config: {
      server: { mount_alias: '/impots' },
      users: [ADMIN],
      api_tokens: [{ name: 'reader', token_hash: hashApiToken(TOKEN) }],
    },
  });
  browser = await launchChromium();
});
afterAll(async () => {
  await browser?.close();
  await server?.stop();
});

async function open(
  colorScheme: 'light' | 'dark',
  locale = 'fr-FR',
): Promise<{ page: Page; complaints: string[] }> {
  const page = await browser.newPage({ colorScheme, locale });
  const complaints = collectComplaints(page, server.origin);
  await page.goto(`${server.origin}/impots/do/api/v1/docs`);
  return { page, complaints };
}

describe('the documentation of the API', () => {
  it.each([
    ['light', 'fr-FR', "Calculer l'impôt d'un foyer"],
    ['dark', 'en-GB', 'Calculate the tax of one household'],
  ] as const)(
    'is accessible, fits its screen and keeps to the policy (%s, %s)',
    async (colorScheme, locale, summary) => {
      const { page, complaints } = await open(colorScheme, locale);
      expect(await page.locator('#content').innerText()).toContain(summary);
      // What is folded has to fit too.
      await page.evaluate("for (const each of document.querySelectorAll('details')) each.open = true");
      for (const width of [320, 1280]) {
        await page.setViewportSize({ width, height: 900 });
        expect(await overflow(page), `overflow at ${width} px`).toBe(0);
        expect(await violations(page), `axe at ${width} px`).toEqual([]);
        if (screenshots)
          await page.screenshot({
            path: `${screenshots}/api-docs-${width}-${colorScheme}.png`,
            fullPage: true,
          });
      }
      expect(complaints).toEqual([]);
      await page.close();
    },
  );

  it('leads from its list of contents to every part, and to the document for programs', async () => {
    const { page } = await open('light');
    const links = page.getByRole('navigation', { name: 'Sur cette page' }).getByRole('link');
    expect(await links.count()).toBeGreaterThan(5);
    for (const link of await links.all()) {
      await link.click();
      expect(await page.locator(':target').count(), page.url()).toBe(1);
    }
    const answer = page.waitForResponse(/openapi\.json$/);
    await page.getByRole('link', { name: 'openapi.json' }).click();
    expect((await answer).status()).toBe(200);
    await page.close();
  });

  it('has the commands of Windows beside them, and copies what is shown', async () => {
    const context = await browser.newContext({ permissions: ['clipboard-read', 'clipboard-write'] });
    const page = await context.newPage();
    await page.goto(`${server.origin}/impots/do/api/v1/docs`);
    const copied = () => page.evaluate('navigator.clipboard.readText()');
    const [first, powershell] = [page.locator('pre.command'), page.locator('pre.for-powershell')];
    expect(await powershell.first().isVisible()).toBe(false);
    await first.first().getByRole('button').click();
    expect(await copied()).toBe(await first.first().locator('code').textContent());
    await page.getByText('Windows (PowerShell)').click();
    expect([await first.first().isVisible(), await powershell.last().isVisible()]).toEqual([false, true]);
    await powershell.last().getByRole('button').click();
    expect(await copied()).toMatch(/^curl\.exe .*\$env:TOKEN/);
    await context.close();
  });

  it('has commands that work as they stand', async () => {
    const { page } = await open('light');
    const commands = (await page.locator('pre.command code').allTextContents()).map((command) =>
      command.replace('-u admin ', '-u admin:admin '),
    );
    expect(commands.length).toBeGreaterThan(6);
    for (const command of commands) {
      const { status, stdout, stderr } = spawnSync(
        'bash',
        ['-c', `curl() { command curl -sS --fail-with-body "$@"; }\n${command}`],
        {
          encoding: 'utf8',
          env: { ...process.env, TOKEN },
        },
      );
      expect(status, `${command}\n${stdout}${stderr}`).toBe(0);
      expect(stdout).toMatch(/^[[{]|^incomeYear,/);
      expect(stdout).not.toContain('errors');
    }
    await page.close();
  });
});
