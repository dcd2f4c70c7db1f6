import { expect, it } from 'vitest';
import { createApplication } from '../../../../src/web/application.ts';
import { textsIn } from '../../../../src/web/pages/texts/page-texts.ts';
import { ask } from '../../support/inject.ts';
import { webServices, webSettings } from '../../support/web-services.ts';

const notices = textsIn('fr').signInNotices;
const application = createApplication(webSettings(), webServices());
const person = { 'sec-fetch-mode': 'navigate', 'sec-fetch-site': 'same-origin', accept: 'text/html' };
const expired = { ...person, cookie: `session=h-${'x'.repeat(43)}` };
const form = { marié: 'oui', enfants: '2', salaire: '5' };
const credentials = { user: 'admin', password: 'secret' };

it.each([
  ['has come by a bookmark', 'needed', { path: '/do/fichiers', headers: person }],
  ['was away too long', 'expired', { path: '/do/fichiers', headers: expired }],
  [
    'has typed something',
    'expiredWithForm',
    { method: 'POST', path: '/do/calculer-impot', headers: expired, body: form },
  ],
  [
    'signs in without the cookie of its page',
    'cookies',
    { method: 'POST', path: '/do/authentifier-utilisateur', headers: person, body: credentials },
  ],
] as const)('tells who %s: %s', async (_name, notice, asked) => {
  const { status, text } = await ask(application, asked);
  expect(status).toBe(400);
  expect(text).toContain(notices[notice]);
  for (const other of Object.values(notices).filter((each) => each !== notices[notice]))
    expect(text).not.toContain(other);
  expect(text).not.toContain('secret');
});
