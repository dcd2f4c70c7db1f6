import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { FileVisitor } from '../files/file-visitor.ts';
import { launchChromium } from '../support/chromium.ts';
import { ADMIN, type RunningServer, startServer } from '../support/tax-server.ts';
import { type HeldUpload, holdUpload } from './held-upload.ts';
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
const LINK = 'situation=marié&enfants=2&salaire_1=61000&salaire_2=24000&7UF=200&année=2025';
const header = 'année;situation;enfants;salaire 1\n';
const WRONG_LINES = header + '2025;x;2;100\n'.repeat(300);

/** The file that is on its way. */
let held: HeldUpload | undefined;

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
  ['opened link', '.opened-link', async () => `/do/partage?${LINK}`],
  ['withholding', '#situation', async () => '/do/prelevement-a-la-source'],
  ['rates of withholding', '.rate-card', async () => `/do/prelevement-a-la-source?${LINK}`],
  ['boxes', '.box', async () => '/do/cases'],
  ['years', 'a[href="/do/annees/2019"]', async () => '/do/annees'],
  ['one year', 'main h1', async () => '/do/annees/2025'],
  ['files', '[type=file]', async () => '/do/fichiers'],
  ['file on its way', '[data-progress=percent]', beginToSend],
  [
    'refused lines',
    '.file-refused tbody',
    async (visitor) => {
      held?.abandon();
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

/** Its page stands as long as the test wants: the rest of the file does not come. */
async function beginToSend(visitor: FileVisitor): Promise<string> {
  const { client } = visitor;
  held = holdUpload(new URL(`${client.baseUrl}/deposer-fichier`), client.cookieHeader());
  held.write(header);
  for (;;) {
    const [id] = /[0-9a-f]{16}/.exec((await visitor.read('/fichiers')).body) ?? [];
    if (id !== undefined) return `/do/fichier/${id}`;
  }
}

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
    held?.abandon();
    await browser?.close();
    await slowPages?.stop();
    await server?.stop();
  });

  it('a result that follows what is typed, under the hand that types', async () => {
    const context = await browser.newContext({ locale, viewport: { width, height: 800 } });
    await context.setExtraHTTPHeaders({ cookie: visitor.client.cookieHeader() });
    const page = await context.newPage();
    const { atRest } = await countCost(page);
    await page.goto(`${server.origin}/do/afficher-vue-calcul-impot`);
    const place = async () => (await page.locator('#salaire').boundingBox())?.y;
    const before = await place();
    await page.fill('#salaire', '250000');
    await page.locator('.result').waitFor();
    const cost = await atRest();
    expect(cost.bytes).toBeLessThanOrEqual(BUDGET.bytes);
    expect(cost.requests).toBeLessThanOrEqual(BUDGET.requests);
    expect(await place()).toBe(before);
    await context.close();
  });

  it.each(stops)('%s', async (_name, mark, go) => {
    const path = await go(visitor);
    const context = await browser.newContext({ locale, viewport: { width, height: 800 } });
    await context.setExtraHTTPHeaders({ cookie: visitor.client.cookieHeader() });
    const [page, slowPage] = [await context.newPage(), await context.newPage()];
    const [cost, shift] = await Promise.all([
      measureCost(page, server.origin + path),
      measureLayoutShift(slowPage, slowPages.origin + path),
    ]);
    expect(await page.locator(mark).count()).toBeGreaterThan(0);
    expect(cost.bytes).toBeGreaterThan(1_000);
    expect(cost.bytes).toBeLessThanOrEqual(BUDGET.bytes);
    expect(cost.requests).toBeLessThanOrEqual(BUDGET.requests);
    expect(await slowPage.locator(mark).count()).toBeGreaterThan(0);
    expect(shift).toBe(0);
    await context.close();
  });
});

/** Bytes on the wire, and requests until the page is at rest. */
async function measureCost(page: Page, url: string) {
  const { atRest } = await countCost(page);
  await page.goto(url, { waitUntil: 'load' });
  return atRest();
}

async function countCost(page: Page) {
  const network = await page.context().newCDPSession(page);
  await network.send('Network.enable');
  const open = new Set<string>();
  let requests = 0;
  let bytes = 0;
  network.on('Network.requestWillBeSent', ({ requestId, request }) => {
    if (request.url.startsWith('data:')) return;
    requests += 1;
    open.add(requestId);
  });
  network.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    open.delete(requestId);
    bytes += encodedDataLength;
  });
  network.on('Network.loadingFailed', ({ requestId }) => open.delete(requestId));
  return {
    atRest: async () => {
      await expect.poll(() => open.size).toBe(0);
      return { bytes, requests };
    },
  };
}

/** How much of the page moved after it was drawn, as Chromium counts it, up to the second frame after its end. */
async function measureLayoutShift(page: Page, url: string): Promise<unknown> {
  await page.addInitScript(`
    window.layoutShift = 0;
    const add = (entries) => { for (const { value } of entries) window.layoutShift += value; };
    const observer = new PerformanceObserver((list) => add(list.getEntries()));
    observer.observe({ type: 'layout-shift', buffered: true });
    window.layoutShiftAtRest = () => new Promise((rest) => requestAnimationFrame(() => requestAnimationFrame(() => {
      add(observer.takeRecords());
      rest(window.layoutShift);
    })));
  `);
  await page.goto(url, { waitUntil: 'load' });
  return page.evaluate('window.layoutShiftAtRest()');
}
