import { join, resolve } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { launchChromium } from '../support/chromium.ts';
import { ADMIN, startServer } from '../support/tax-server.ts';

/** The pictures of the documentation, taken anew from the built server: `npm run pictures`. */
const FOLDER = resolve('docs/images');

const family = {
  situation: 'marié',
  enfants: '2',
  enfants_garde_alternée: '1',
  salaire_1: '61000',
  salaire_2: '24000',
  pension_2: '6500',
};

async function takePictures(): Promise<void> {
  const server = await startServer({ config: { users: [ADMIN] } });
  const browser = await launchChromium();
  try {
    await picturesOnScreen(browser, server.origin);
    await fromPhone(browser, server.origin);
  } finally {
    await browser.close();
    await server.stop();
  }
}

async function picturesOnScreen(browser: Browser, origin: string): Promise<void> {
  const page = await browser.newPage({
    locale: 'fr-FR',
    // A page that is still scrolling would be cut off.
    reducedMotion: 'reduce',
    viewport: { width: 1280, height: 1000 },
  });
  await signIn(page, origin);
  await calculateFamily(page);
  await page.evaluate("window.scrollTo({ top: 0, behavior: 'instant' })");
  await picture(page, 'calculation');
  await scrollTo(page, '.variation');
  await picture(page, 'pictures');
  await scrollTo(page, '.step');
  await picture(page, 'steps');

  for (const salary of ['30000', '55555', '120000']) {
    await page.locator('#page-form [name="salaire_1"]').fill(salary);
    await page.locator('main form button.btn-primary').first().click();
  }
  await page.locator('nav a[href*="lister-simulations"]').click();
  await page.locator('input[value="1"]').check();
  await page.locator('input[value="4"]').check();
  await page.locator('#compare button').click();
  await picture(page, 'comparison');

  await page.goto(`${origin}/do/annees/2025`);
  await picture(page, 'year');

  await page.goto(`${origin}/do/fichiers`);
  const rows = Array.from({ length: 20_000 }, (_, n) => `2025;marié;${n % 4};${20_000 + n}`);
  rows.splice(7, 0, '2025;mairé;0;1', '2025;veuf;-1;30000');
  const buffer = Buffer.from(`année;situation;enfants;salaire 1\n${rows.join('\n')}\n`);
  await page.locator('input[type=file]').setInputFiles({ name: 'foyers.csv', mimeType: 'text/csv', buffer });
  await page.locator('main form button.btn-primary').first().click();
  await page.locator('.file-preview form button').click();
  await page.locator('.file-done').waitFor();
  await picture(page, 'file');
}

async function fromPhone(browser: Browser, origin: string): Promise<void> {
  const page = await browser.newPage({
    locale: 'en-GB',
    colorScheme: 'dark',
    viewport: { width: 360, height: 780 },
    deviceScaleFactor: 2,
  });
  await signIn(page, origin);
  await calculateFamily(page);
  await picture(page, 'phone');
}

async function signIn(page: Page, origin: string): Promise<void> {
  await page.goto(`${origin}/do/`);
  await page.locator('#user').fill(ADMIN.login);
  await page.locator('#password').fill(ADMIN.login);
  await page.locator('main form button').click();
}

async function calculateFamily(page: Page): Promise<void> {
  await page.locator('.other-form button').click();
  await page.locator(`#page-form [name="situation"][value="${family.situation}"]`).check();
  for (const [name, value] of Object.entries(family).slice(1)) {
    await page.locator(`#page-form [name="${name}"]`).fill(value);
  }
  await page.locator('main form button.btn-primary').first().click();
  // What takes the focus scrolls into view.
  await page.locator('.result:focus').waitFor();
}

/** To the heading of the section in which this comes first. */
async function scrollTo(page: Page, selector: string): Promise<void> {
  await page.evaluate(
    `document.querySelector('${selector}').closest('section').scrollIntoView({ behavior: 'instant' })`,
  );
}

async function picture(page: Page, name: string): Promise<void> {
  await page.waitForLoadState('networkidle');
  await page.screenshot({ path: join(FOLDER, `${name}.jpg`), type: 'jpeg', quality: 60 });
}

await takePictures();
