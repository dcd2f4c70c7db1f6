import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { http } from '../support/http-client.ts';
import { ADMIN, type RunningServer, startServer } from '../support/tax-server.ts';

const HTML = { accept: 'text/html' };

describe.each([false, true])('a browser that keeps no cookies, with csrf_token: %s', (csrf_token) => {
  let server: RunningServer;
  beforeAll(async () => {
    server = await startServer({ config: { users: [ADMIN], csrf_token } });
  });
  afterAll(() => server.stop());

  /** Goes where a link leads, as a browser does, but keeps no cookie. */
  async function visit(path: string): Promise<string> {
    let reply = await http(`${server.origin}${path}`, { headers: HTML });
    while (reply.headers.location)
      reply = await http(`${server.origin}${reply.headers.location}`, { headers: HTML });
    expect(reply.status).toBe(400);
    return reply.body;
  }

  it('is told so when a start fails', async () => {
    expect(await visit('/do/')).toContain('Cookies nécessaires');
  });

  it('is led to a start when it asks for something else', async () => {
    const asked = await visit(`/do/lister-simulations${csrf_token ? '/none' : ''}`);
    expect(asked).not.toContain('Cookies nécessaires');
    const [, start = ''] = /class="btn btn-primary" href="([^"]+)"/.exec(asked) ?? [];
    expect(await visit(start)).toContain('Cookies nécessaires');
  });

  it('is not told so when a session has ended', async () => {
    const entry = csrf_token ? '/do/init-session-without-csrftoken/html' : '/do/init-session/html';
    const [cookie = ''] = (await http(`${server.origin}${entry}`)).headers['set-cookie'] ?? [];
    const ended = cookie.replace(/=[hn]\..*$/, `=h-${'x'.repeat(43)}`);
    const path = `/do/lister-simulations${csrf_token ? '/none' : ''}`;
    const { body } = await http(`${server.origin}${path}`, { headers: { ...HTML, cookie: ended } });
    expect(body).toContain('href="/do/"');
  });
});
