import { afterEach, describe, expect, it, vi } from 'vitest';
import { SharedFolderUnavailable } from '../../src/jobs/shared-folder-errors.ts';
import type { WebServices } from '../../src/model/web-services.ts';
import type { WebSettings } from '../../src/model/web-settings.ts';
import { type Listening, listen } from '../../src/server/listen.ts';
import { createApplication } from '../../src/web/application.ts';

const settings: WebSettings = {
  alias: '/impots',
  prefix: '/do',
  publicUrl: '',
  trustedProxies: [],
  localAccess: false,
  frameAncestors: [],
  isPublic: false,
  csrfToken: false,
  language: 'fr',
  logAnswers: false,
  sleepTime: 0,
};

let server: Listening | undefined;
afterEach(() => {
  server?.http.close().closeAllConnections();
});

/** An application without its database, which is away or fails. */
async function serve(changes: Partial<WebServices>): Promise<string> {
  const services = {
    log: { info: vi.fn(), infoOfStranger: vi.fn(), warn: vi.fn(), error: vi.fn() },
    metrics: { request: vi.fn(), calculated: vi.fn() },
    mailAdmin: vi.fn(),
    cookieName: () => 'session',
    downDependency: () => 'database',
    retryAfter: () => null,
    ...changes,
  } as Partial<WebServices> as WebServices;
  server = await listen(createApplication(settings, services), '127.0.0.1', 0);
  return `http://127.0.0.1:${server.port}/impots/do`;
}

const away: Partial<WebServices> = { retryAfter: () => 5 };
const failing: Partial<WebServices> = {
  retryAfter: () => {
    throw new Error('a defect');
  },
};

const short = { marié: 'oui', enfants: '2', salaire: '<55 555>' };
const detailed = {
  situation: 'veuf',
  enfants: '1',
  salaire_1: '1',
  pension_1: '2',
  '1AP': '3',
  année: '2025',
};

function post(url: string, fields: Record<string, string>, headers: Record<string, string> = {}) {
  const body = new URLSearchParams(fields);
  return fetch(url, { method: 'POST', body, headers: { accept: 'text/html', ...headers } });
}

/** The form that a page offers to send again: where to, and its hidden fields. */
function offered(html: string) {
  const [form = ''] = /<form class="panel" id="page-form"[\s\S]*?<\/form>/.exec(html) ?? [];
  const fields = [...form.matchAll(/<input type="hidden" name="([^"]*)" value="([^"]*)">/g)];
  return {
    action: /action="([^"]*)"/.exec(form)?.[1],
    fields: Object.fromEntries(
      fields.map(([, name = '', value = '']) => [name, value.replace('&lt;', '<').replace('&gt;', '>')]),
    ),
    asksPassword: form.includes('type="password"'),
  };
}

describe.each([
  ['an outage', away, 503],
  ['a failure of the server', failing, 500],
] as const)('the page of %s', (_name, services, status) => {
  it.each([
    ['/calculer-impot', short],
    ['/calculer-impot-detaille', detailed],
    ['/changer-formulaire', short],
    ['/renommer-simulation/1', { nom: 'à deux' }],
  ])('offers the form of %s again, with what was typed', async (path, fields) => {
    const origin = await serve(services);
    const reply = await post(`${origin}${path}`, fields);
    expect(reply.status).toBe(status);
    expect(offered(await reply.text())).toEqual({
      action: `/impots/do${path}`,
      fields,
      asksPassword: false,
    });
  });

  it('carries no password', async () => {
    const origin = await serve(services);
    const reply = await post(`${origin}/authentifier-utilisateur`, { user: 'admin', password: 'secret' });
    const html = await reply.text();
    expect(html).not.toContain('secret');
    expect(offered(html)).toEqual({
      action: '/impots/do/authentifier-utilisateur',
      fields: { user: 'admin' },
      asksPassword: true,
    });
  });

  it('keeps what was typed when the language is changed, in the new language', async () => {
    const origin = await serve(services);
    const html = await (await post(`${origin}/changer-langue/en`, short)).text();
    expect(html).toContain('<html lang="en">');
    expect(offered(html)).toMatchObject({ action: '/impots/do/changer-langue/en', fields: short });
  });
});

it('offers nothing to be sent again of what comes from another site', async () => {
  const origin = await serve(away);
  const reply = await post(`${origin}/calculer-impot`, short, { 'sec-fetch-site': 'cross-site' });
  expect(reply.status).toBe(403);
  expect(offered(await reply.text()).action).toBeUndefined();
});

it('tells programs in the words of the contract, without the form', async () => {
  const origin = await serve(away);
  const reply = await post(`${origin}/calculer-impot`, short, { accept: 'application/json' });
  expect(await reply.json()).toEqual({
    action: 'calculer-impot',
    état: 131,
    réponse: ['la base de données est momentanément indisponible : réessayez dans 5 secondes'],
  });
});

it('names the folder of files when that is away, and says when to come back', async () => {
  const retryAfter = () => {
    throw new SharedFolderUnavailable('not mounted');
  };
  const origin = await serve({ retryAfter });
  const reply = await post(`${origin}/calculer-impot`, short);
  expect([reply.status, reply.headers.get('retry-after')]).toEqual([503, '5']);
  expect(await reply.text()).toContain('Le dossier des fichiers ne répond pas pour le moment.');
});
