import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { FileVisitor } from '../files/file-visitor.ts';
import { launchChromium } from '../support/chromium.ts';
import { ADMIN, type RunningServer, startServer } from '../support/tax-server.ts';
import { type SlowPages, startSlowPages } from './slow-pages.ts';

/** What a first visit to any page may cost, with nothing in the browser's cache. */
const BUDGET = { bytes: 60_000, requests: 6 };

const couple = {
  situation: 'marié',
  enfants: '2',
  enfants_garde_alternée: '1',
  salaire_1: '61000',
  salaire_2: '240000',
  pension_1: '',
  pension_2: '6500',
  année: '2025',
};
const header = 'année;situation;enfants;salaire 1\n';
const LONG_FILE = header + '2025;couple;2;55555\n'.repeat(1_000_000);
const WRONG_LINES = header + '2025;x;2;100\n'.repeat(300);

/** One person's way through all pages: what only this page has, what leads to it, and where it is then. */
const stops: readonly (readonly [
  page: string,
  mark: string,
  go: (visitor: FileVisitor) => Promise<string>,
])[] = [
  ['sign-in', '#user', async ({ client }) => shown(client.start('html'))],
  [
    'refused sign-in',
    '#errors',
    async ({ client }) => {
      await client.login('admin', 'wrong');
      return '/do/afficher-vue-authentification';
    },
  ],
  ['calculation', '#salaire', async ({ client }) => shown(client.login())],
  [
    'refused calculation',
    '#errors',
    async ({ client }) => shown(client.post('/calculer-impot', { marié: 'x' })),
  ],
  [
    'result',
    '.result',
    async ({ client }) =>
      shown(client.post('/calculer-impot', { marié: 'oui', enfants: '2', salaire: '250000' })),
  ],
  [
    'detailed form',
    '#salaire_1',
    async ({ client }) => shown(client.post('/changer-formulaire', { marié: 'oui' })),
  ],
  [
    'detailed result',
    '.result',
    async ({ client }) => shown(client.post('/calculer-impot-detaille', couple)),
  ],
  [
    'list',
    '.simulations tbody tr:nth-child(11)',
    async ({ client }) => {
      for (let more = 0; more < 10; more++) {
        await client.post('/calculer-impot', { marié: 'non', enfants: '1', salaire: String(more * 9_000) });
      }
      return shown(client.get('/lister-simulations'));
    },
  ],
  [
    'comparison',
    '.comparison tbody',
    async () => '/do/afficher-vue-liste-simulations?comparer=1&comparer=2&comparer=5',
  ],
  ['deleted simulation', '.deleted', async ({ client }) => shown(client.get('/supprimer-simulation/3'))],
  ['years', 'a[href="/do/annees/2019"]', async () => '/do/annees'],
  ['one year', 'main h2', async () => '/do/annees/2025'],
  ['files', '[type=file]', async () => '/do/fichiers'],
  ['running file', '[data-progress=percent]', async (visitor) => shown(visitor.send(LONG_FILE))],
  [
    'refused lines',
    '.file-refused tbody',
    async (visitor) => {
      const [running = ''] = /[0-9a-f]{16}/.exec((await visitor.read('/fichiers')).body) ?? [];
      await visitor.post(`/annuler-fichier/${running}`);
      return `/do/fichier/${(await visitor.calculate(WRONG_LINES)).id}`;
    },
  ],
  ['files of the session', 'a[href^="/do/fichier/"]', async () => '/do/fichiers'],
  [
    'unexpected errors',
    '.errors, #errors',
    async ({ client }) =>
      shown(client.get('/init-session/html/x').then(() => client.get('/supprimer-simulation/99'))),
  ],
  ['404', '.status-code', async () => '/do/nothing'],
  ['405', '.status-code', async () => '/do/calculer-impot'],
  ["the API's documentation", '#too-many-requests', async () => '/do/api/v1/docs'],
];

async function shown(reply: Promise<{ headers: { location?: string | undefined } }>): Promise<string> {
  const { location } = (await reply).headers;
  if (location === undefined) throw new Error('an action leads to a page');
  return location;
}

const visits = [
  { locale: 'fr-FR', width: 360 },
  { locale: 'en-GB', width: 1280 },
] as const;

describe.each(visits)('a first visit ($locale, $width px)', ({ locale, width }) => {
  let server: RunningServer;
  let slowPages: SlowPages;
  let browser: Browser;
  let visitor: FileVisitor;

  beforeAll(async () => {
    server = await startServer({ config: { users: [ADMIN] } });
    slowPages = await startSlowPages(server.origin);
    browser = await launchChromium();
    visitor = await FileVisitor.signedIn(server);
  });
  afterAll(async () => {
    await browser?.close();
    await slowPages?.stop();
    await server?.stop();
  });

  it.each(stops)('%s', async (_name, mark, go) => {
    const path = await go(visitor);
    const context = await browser.newContext({ locale, viewport: { width, height: 800 } });
    await context.setExtraHTTPHeaders({ cookie: visitor.client.cookieHeader() });
    const page = await context.newPage();
    const cost = await measureCost(page, server.origin + path);
    expect(await page.locator(mark).count()).toBeGreaterThan(0);
    expect(cost.bytes).toBeGreaterThan(1_000);
    expect(cost.bytes).toBeLessThanOrEqual(BUDGET.bytes);
    expect(cost.requests).toBeLessThanOrEqual(BUDGET.requests);
    const slowPage = await context.newPage();
    const shift = await measureLayoutShift(slowPage, slowPages.origin + path);
    expect(await slowPage.locator(mark).count()).toBeGreaterThan(0);
    expect(shift).toBe(0);
    await context.close();
  });
});

/** Bytes on the wire, and requests until the page is at rest. */
async function measureCost(page: Page, url: string) {
  const network = await page.context().newCDPSession(page);
  await network.send('Network.enable');
  let bytes = 0;
  let requests = 0;
  network.on('Network.requestWillBeSent', ({ request }) => {
    if (!request.url.startsWith('data:')) requests += 1;
  });
  network.on('Network.loadingFinished', ({ encodedDataLength }) => {
    bytes += encodedDataLength;
  });
  await page.goto(url);
  await page.waitForLoadState('networkidle');
  return { bytes, requests };
}

/** How much of the page moved after it was drawn, as Chromium counts it. */
async function measureLayoutShift(page: Page, url: string): Promise<unknown> {
  await page.addInitScript(`
    window.layoutShift = 0;
    new PerformanceObserver((list) => {
      for (const { value } of list.getEntries()) window.layoutShift += value;
    }).observe({ type: 'layout-shift', buffered: true });
  `);
  await page.goto(url, { waitUntil: 'networkidle' });
  return page.evaluate('window.layoutShift');
}
