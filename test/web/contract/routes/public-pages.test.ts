import { describe, expect, it } from 'vitest';
import { createApplication } from '../../../../src/web/application.ts';
import { emptyCalculation } from '../../../../src/web/pages/kept-pages.ts';
import { storedPage } from '../../../../src/web/pages/stored-page.ts';
import { ask } from '../../support/inject.ts';
import { webServices, webSettings } from '../../support/web-services.ts';
import { memoryStore } from '../action-requests.ts';

const ID = 'x'.repeat(43);

describe('the pages for everybody', () => {
  it.each([
    ['/do/annees', '/impots/do/annees/2018'],
    ['/do/annees/2025', '2025'],
    ['/do/cases', '1AJ'],
  ])('%s needs no session, and no database', async (path, content) => {
    const application = createApplication(webSettings(), webServices({ retryAfter: () => 5 }));
    const { status, headers, text } = await ask(application, { path });
    expect([status, headers.get('set-cookie')]).toEqual([200, null]);
    expect(text).toContain(content);
  });

  it.each(['/do/annees/1999', '/do/annees/2025x'])('%s is no address', async (path) => {
    expect((await ask(createApplication(webSettings(), webServices()), { path })).status).toBe(404);
  });

  it('know who is signed in, and leave the session alone', async () => {
    const sessions = memoryStore();
    const page = storedPage(emptyCalculation);
    await sessions.create(ID, { type: 'html', user: 'admin', csrfSecret: 'secret', page });
    const application = createApplication(webSettings(), webServices({ sessions }));
    const { text } = await ask(application, { path: '/do/annees', headers: { cookie: `session=h-${ID}` } });
    expect(text).toContain('/impots/do/fin-session');
    expect((await sessions.find(ID))?.page).toBe(page);
  });
});
