import { describe, expect, it, vi } from 'vitest';
import type { SignIn } from '../../../../src/model/sign-in.ts';
import type { WebServices } from '../../../../src/model/web-services.ts';
import type { WebSettings } from '../../../../src/model/web-settings.ts';
import { createApplication } from '../../../../src/web/application.ts';
import { readPage } from '../../../../src/web/pages/stored-page.ts';
import { ask } from '../../support/inject.ts';
import { webServices, webSettings } from '../../support/web-services.ts';
import { memoryStore, plainCookies } from '../action-requests.ts';

function application(settings: Partial<WebSettings> = {}, services: Partial<WebServices> = {}) {
  return createApplication(webSettings(settings), webServices(services));
}

async function redirectOf(path: string, ...[settings, services]: Parameters<typeof application>) {
  const { status, headers } = await ask(application(settings, services), { path });
  return { status, location: headers.get('location'), cookie: headers.get('set-cookie') };
}

/** What a cookie says of a stranger's session. */
function sessionIn(cookie: string | null) {
  const [, text = ''] = /^session=\w\.([\w-]+)/.exec(cookie ?? '') ?? [];
  return plainCookies.read(text)?.state;
}

describe('the entry', () => {
  it.each(['/do', '/impots/do', '/'])('%s leads to the prefix', async (path) => {
    expect(await redirectOf(path)).toMatchObject({ location: '/impots/do/', cookie: null });
  });

  it('leads a browser to a session of its own', async () => {
    expect(await redirectOf('/do/')).toEqual({
      status: 302,
      location: '/impots/do/init-session/html',
      cookie: null,
    });
  });

  it('gives a token and the session that it is good in, when tokens are on', async () => {
    for (const path of ['/do/', '/do/init-session-without-csrftoken/html']) {
      const { location, cookie } = await redirectOf(path, { csrfToken: true });
      expect(location).toMatch(/^\/impots\/do\/init-session\/html\/[\w-]+\.[\w-]+$/);
      expect(sessionIn(cookie)).toMatchObject({ type: null, csrfSecret: expect.any(String) });
    }
  });

  it('says at once that the database is away', async () => {
    expect(await redirectOf('/do/', { csrfToken: true }, { retryAfter: () => 5 })).toMatchObject({
      status: 503,
    });
  });
});

describe('the one-time link', () => {
  /** A server whose link is good or not. */
  function signIn(isGood: boolean, isOneTime: boolean): Pick<WebServices, 'signIn'> {
    const given: Partial<SignIn> = {
      isOneTime,
      knows: () => true,
      async redeem(_code, _client, open) {
        if (isGood) await open('local');
        return isGood;
      },
    };
    return { signIn: given as SignIn };
  }

  it('signs in and leads to the calculation', async () => {
    const sessions = memoryStore();
    const create = vi.spyOn(sessions, 'create');
    const answer = await redirectOf('/do/acces/code', {}, { ...signIn(true, true), sessions });
    expect(answer).toMatchObject({ location: '/impots/do/afficher-vue-calcul-impot' });
    expect(answer.cookie).toMatch(/^session=h-/);
    expect(create.mock.calls[0]?.[1]).toMatchObject({ type: 'html', user: 'local' });
  });

  it('is refused to others when it is worth nothing', async () => {
    expect(await redirectOf('/do/acces/code', { localAccess: false }, signIn(false, true))).toMatchObject({
      status: 403,
    });
    expect(await redirectOf('/do/acces/code', {}, signIn(false, false))).toMatchObject({ status: 403 });
  });

  it('leads somebody at this machine to the sign-in, which says why', async () => {
    const local = { host: '127.0.0.1:5000' };
    const { headers } = await ask(application({}, signIn(false, true)), {
      path: '/do/acces/code',
      headers: local,
    });
    expect(headers.get('location')).toBe('/impots/do/afficher-vue-authentification');
    expect(readPage(sessionIn(headers.get('set-cookie'))?.page ?? null)).toMatchObject({
      view: 'authentication',
      errors: [{ id: 'linkUsed' }],
    });
  });
});
