import express from 'express';
import { describe, expect, it, vi } from 'vitest';
import type { SessionStore, SessionType } from '../../../src/model/sessions.ts';
import type { WebServices } from '../../../src/model/web-services.ts';
import type { WebSettings } from '../../../src/model/web-settings.ts';
import { type Action, action } from '../../../src/web/contract/action.ts';
import { accepted, refused } from '../../../src/web/contract/action-result.ts';
import { dispatch } from '../../../src/web/contract/dispatch.ts';
import { calculation, stored } from '../../../src/web/contract/next-page.ts';
import { answerProblem } from '../../../src/web/contract/representations/answer-problem.ts';
import { formParser } from '../../../src/web/http/bodies.ts';
import { handleErrors } from '../../../src/web/http/error-handler.ts';
import { logRequests } from '../../../src/web/http/log-requests.ts';
import { message } from '../../../src/web/messages/message.ts';
import { emptyCalculation } from '../../../src/web/pages/kept-pages.ts';
import { readPage, storedPage } from '../../../src/web/pages/stored-page.ts';
import { ask } from '../support/inject.ts';
import { webServices, webSettings } from '../support/web-services.ts';
import { memoryStore } from './action-requests.ts';

const ID = 'x'.repeat(43);
const log = { info: vi.fn(), infoOfStranger: vi.fn(), warn: vi.fn(), error: vi.fn() };
const letters = { json: 'j', xml: 'x', html: 'h' } as const;

interface Around {
  readonly settings?: Partial<WebSettings>;
  readonly services?: Partial<WebServices>;
  readonly sessions?: SessionStore;
}

/** An application of one action. */
function serving(row: Action, { settings, services, sessions = memoryStore() }: Around = {}) {
  const used = webSettings(settings);
  const given = webServices({ sessions, log, ...services });
  return express()
    .use(logRequests(log))
    .all('/do/:token', formParser, dispatch(row, used, given))
    .use(handleErrors(given, answerProblem(used, given)));
}

/** The store and the cookie of somebody who has signed in. */
async function signedIn(type: SessionType, page: string | null = null) {
  const sessions = memoryStore();
  await sessions.create(ID, { type, user: 'admin', csrfSecret: 'secret', page });
  return { sessions, headers: { cookie: `session=${letters[type]}-${ID}` } };
}

const done = action({
  name: 'fait',
  offeredBy: 'everywhere',
  controller: () => accepted({ impôt: 2815 }),
  success: { etat: 300, next: calculation },
});
const refusing: Action = {
  ...done,
  run: () => refused([message('signInFailed')], 401),
  refusal: { etat: 301 },
};

describe('a program gets the envelope of the contract', () => {
  it.each([
    ['json', 'application/json; charset=utf-8', '{"action":"fait","état":300,"réponse":{"impôt":2815}}'],
    [
      'xml',
      'application/xml; charset=utf-8',
      expect.stringMatching(/<action>fait<\/action>\s*<état>300<\/état>\s*<réponse>\s*<impôt>2815</),
    ],
  ] as const)('in %s', async (type, contentType, text) => {
    const { sessions, headers } = await signedIn(type);
    const answer = await ask(serving(done, { sessions }), { path: '/do/x', headers });
    expect(answer).toMatchObject({ status: 200, text });
    expect(answer.headers.get('content-type')).toBe(contentType);
    expect(answer.headers.get('cache-control')).toBe('no-store');
    expect(answer.headers.get('set-cookie')).toBeNull();
  });

  it('with the status and the état of a refusal', async () => {
    const { sessions, headers } = await signedIn('json');
    const answer = await ask(serving(refusing, { sessions }), { path: '/do/x', headers });
    expect([answer.status, JSON.parse(answer.text)]).toEqual([
      401,
      { action: 'fait', état: 301, réponse: ["Echec de l'authentification"] },
    ]);
  });

  it('of the guard that refuses; without a session as JSON', async () => {
    const answer = await ask(serving(done), { path: '/do/x' });
    expect([answer.status, JSON.parse(answer.text)]).toEqual([
      400,
      {
        action: 'fait',
        état: 101,
        réponse: ['pas de session en cours. Commencer par action [init-session]'],
      },
    ]);
  });

  it('with the token of the next request when tokens are on', async () => {
    const { sessions, headers } = await signedIn('json');
    const settings = { csrfToken: true };
    const refusedToken = await ask(serving(done, { sessions, settings }), { path: '/do/wrong', headers });
    const { état, csrf_token: token } = JSON.parse(refusedToken.text);
    expect(état).toBe(121);
    const answer = await ask(serving(done, { sessions, settings }), { path: `/do/${token}`, headers });
    expect(JSON.parse(answer.text)).toMatchObject({ état: 300, csrf_token: expect.any(String) });
  });
});

describe('a browser', () => {
  const page = storedPage(emptyCalculation);

  it('is led to the page that the row names, which the session keeps', async () => {
    const { sessions, headers } = await signedIn('html');
    const answer = await ask(serving(done, { sessions }), { path: '/do/x', headers });
    expect([answer.status, answer.headers.get('location')]).toEqual([
      302,
      '/impots/do/afficher-vue-calcul-impot',
    ]);
    expect(readPage((await sessions.find(ID))?.page ?? null)).toEqual(emptyCalculation);
  });

  it('sees the stored page, or starts anew where there is none (D11)', async () => {
    const row = action({
      name: 'vue',
      kind: 'show',
      view: 'calculation',
      offeredBy: 'everywhere',
      controller: () => accepted(),
      success: { etat: 1400, next: stored },
    });
    const { sessions, headers } = await signedIn('html', page);
    const shown = await ask(serving(row, { sessions }), { path: '/do/x', headers });
    expect(shown.status).toBe(200);
    expect(shown.headers.get('content-type')).toBe('text/html; charset=utf-8');
    await sessions.update((await sessions.find(ID))?.key ?? '', { page: null });
    const without = await ask(serving(row, { sessions }), { path: '/do/x', headers });
    expect([without.status, without.headers.get('location')]).toEqual([302, '/impots/do/']);
  });

  it.each([
    [{ kind: 'redirect', path: '/fichiers' }, 302, ''],
    [{ kind: 'data', data: { a: 1 } }, 200, '{"a":1}'],
    [{ kind: 'page', page: { view: 'boxes' } }, 200, expect.stringContaining('<html lang="fr"')],
  ] as const)('gets what the controller says: %j', async (inBrowser, status, text) => {
    const row = { ...done, run: () => ({ ...accepted(), inBrowser }) };
    const { sessions, headers } = await signedIn('html', page);
    const answer = await ask(serving(row, { sessions }), { path: '/do/x', headers });
    expect(answer.status).toBe(status);
    if (inBrowser.kind === 'redirect') expect(answer.headers.get('location')).toBe('/impots/do/fichiers');
    else expect(answer.text).toEqual(text);
  });

  it('of a person who has to sign in gets the form at once, with what was typed', async () => {
    const row = { ...done, methods: ['POST'], body: 'form' } as const;
    const headers = { 'sec-fetch-mode': 'navigate', accept: 'text/html' };
    const body = { marié: 'oui', enfants: '2', salaire: '7' };
    const answer = await ask(serving(row), { method: 'POST', path: '/do/x', headers, body });
    expect(answer.status).toBe(400);
    expect(answer.text).toContain('name="suite"');
    expect(answer.text).toContain('salaire=7');
    expect(answer.headers.get('set-cookie')).toMatch(/^session=h\./);
  });
});

describe('before the controller', () => {
  it('another site is refused, but where the row is open to it', async () => {
    const headers = { 'sec-fetch-site': 'cross-site' };
    const answer = await ask(serving(done), { path: '/do/x', headers });
    expect([answer.status, JSON.parse(answer.text).état]).toEqual([403, 121]);
    const open = await ask(serving({ ...done, openToOtherSites: true }), { path: '/do/x', headers });
    expect(open.status).toBe(400);
  });

  it('an outage is told at once, in the form of the session', async () => {
    const { headers } = await signedIn('xml');
    const answer = await ask(serving(done, { services: { retryAfter: () => 5 } }), {
      path: '/do/x',
      headers,
    });
    expect([answer.status, answer.headers.get('retry-after')]).toEqual([503, '5']);
    expect(answer.text).toContain('<état>131</état>');
  });

  it('the body of a stranger is not read', async () => {
    const row = { ...done, methods: ['POST'], body: 'bytes' } as const;
    const request = {
      method: 'POST',
      path: '/do/x',
      body: '[',
      headers: { 'content-length': '5000000' },
    } as const;
    expect((await ask(serving(row), request)).status).toBe(400);
    const { sessions, headers } = await signedIn('json');
    const known = await ask(serving(row, { sessions }), {
      ...request,
      headers: { ...headers, ...request.headers },
    });
    expect(known.status).toBe(413);
  });
});

it('a result that the row has no état for is an error of ours', async () => {
  const { sessions, headers } = await signedIn('json');
  const row = { ...done, run: () => refused([]) };
  const answer = await ask(serving(row, { sessions }), { path: '/do/x', headers });
  expect(JSON.parse(answer.text).état).toBe(131);
  expect(log.error).toHaveBeenCalledWith(expect.any(TypeError), expect.any(String));
});
