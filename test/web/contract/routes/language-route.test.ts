import { describe, expect, it } from 'vitest';
import { createApplication } from '../../../../src/web/application.ts';
import { emptyCalculation } from '../../../../src/web/pages/kept-pages.ts';
import { readPage, storedPage } from '../../../../src/web/pages/stored-page.ts';
import { ask } from '../../support/inject.ts';
import { webServices, webSettings } from '../../support/web-services.ts';
import { memoryStore } from '../action-requests.ts';

const ID = 'x'.repeat(43);
const form = { marié: 'oui', enfants: '2', salaire: '55 555' };

/** Changes the language in the session of somebody who is on the calculation. */
async function changed(path: string, body: Record<string, string> = {}) {
  const sessions = memoryStore();
  const page = storedPage(emptyCalculation);
  await sessions.create(ID, { type: 'html', user: 'admin', csrfSecret: 'secret', page });
  const application = createApplication(webSettings(), webServices({ sessions }));
  const headers = { cookie: `session=h-${ID}` };
  const answer = await ask(application, { method: 'POST', path: `/do${path}`, headers, body });
  return { ...answer, page: readPage((await sessions.find(ID))?.page ?? null) };
}

describe('a choice of language', () => {
  it('is kept in a cookie, and leads back to where it was made', async () => {
    const { status, headers } = await changed('/changer-langue/en?retour=%2Fdo%2Fannees%3Fx');
    expect([status, headers.get('location')]).toEqual([302, '/impots/do/annees?x']);
    expect(headers.get('set-cookie')).toMatch(/^langue=en; /);
  });

  it.each(['//evil.example', 'https://evil.example', 'annees'])('does not lead to %s', async (path) => {
    const { headers } = await changed(`/changer-langue/en?retour=${encodeURIComponent(path)}`);
    expect(headers.get('location')).toBe('/impots/do/afficher-vue-calcul-impot');
  });

  it('keeps what was typed on the page', async () => {
    const { page } = await changed('/changer-langue/en', form);
    expect(page).toMatchObject({ view: 'calculation', form: { children: '2', salary: '55 555' } });
  });

  it('is one of those that there are', async () => {
    expect((await changed('/changer-langue/de')).status).toBe(404);
  });

  it('of a sign-in form that carries something comes back with it at once', async () => {
    const { status, text } = await changed('/changer-langue/en', { user: 'bob', suite: 'page=files' });
    expect(status).toBe(200);
    expect(text).toContain('<html lang="en"');
    expect(text).toContain('value="bob"');
    expect(text).toContain('value="page=files"');
  });
});
