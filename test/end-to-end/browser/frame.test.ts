import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { launchChromium } from '../support/chromium.ts';
import { freePort } from '../support/free-port.ts';
import { ADMIN, type RunningServer, startServer } from '../support/tax-server.ts';

/** Pages of other sites, to a browser: it knows ours by another name of this machine. */
let sites: Server;
let simulator: RunningServer;
let browser: Browser;

beforeAll(async () => {
  const port = await freePort();
  const { port: sitePort } = await listening((_, res) => {
    res.setHeader('Content-Type', 'text/html');
    res.end(
      `<!doctype html><title>An association</title><iframe src="http://127.0.0.1:${port}/do/"></iframe>`,
    );
  });
  simulator = await startServer({
    port,
    config: {
      users: [ADMIN],
      public: true,
      server: { frame_ancestors: [`http://localhost:${sitePort}`] },
    },
  });
  browser = await launchChromium();
});
afterAll(async () => {
  await browser?.close();
  await simulator?.stop();
  sites?.close().closeAllConnections();
});

async function listening(listener: Parameters<typeof createServer>[1]): Promise<AddressInfo> {
  sites = createServer(listener).listen(0, '127.0.0.1');
  await new Promise((resolve) => sites.once('listening', resolve));
  return sites.address() as AddressInfo;
}

const siteAt = (host: string) => `http://${host}:${(sites.address() as AddressInfo).port}/`;

it.each([true, false])(
  'the page of another site calculates in a frame, scripts: %s',
  async (javaScriptEnabled) => {
    const page = await browser.newPage({ locale: 'fr-FR', javaScriptEnabled });
    await page.goto(siteAt('localhost'));
    const frame = page.frameLocator('iframe');
    await frame.getByLabel('Salaire net imposable').first().fill('30000');
    if (javaScriptEnabled) await frame.locator('#beyond .step').first().waitFor();
    await frame.getByRole('button', { name: 'Calculer' }).first().click();
    await frame.getByText("Montant de l'impôt").first().waitFor();
    expect(await page.context().cookies()).toEqual([]);
    await page.close();
  },
);

it('a site that is not named shows nothing of it', async () => {
  const page = await browser.newPage();
  const refused = page.waitForEvent('console', (entry) => entry.text().includes('frame-ancestors'));
  await page.goto(siteAt('127.0.0.1'));
  await refused;
  await page.close();
});
