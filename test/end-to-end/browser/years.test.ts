import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { text } from '../../web/pages/reading.ts';
import { http } from '../support/http-client.ts';
import { ADMIN, EARLIER_APPLICATION, type RunningServer, startServer } from '../support/tax-server.ts';

/** The pages of the income years on a running server, with tokens in every URL and behind an alias. */
describe('with tokens and an alias', () => {
  let server: RunningServer;

  beforeAll(async () => {
    server = await startServer({
      config: { server: { mount_alias: '/impots' }, csrf_token: true, users: [ADMIN] },
    });
  });
  afterAll(() => server?.stop());

  it('they need neither session nor token, and start no session', async () => {
    for (const path of ['/do/annees', '/impots/do/annees', '/do/annees/2025']) {
      const { status, headers, body } = await http(server.origin + path);
      expect(status).toBe(200);
      expect(headers['set-cookie']).toBeUndefined();
      expect(text(body)).toMatch(/Revenus de 2025,? déclarés en 2026/);
      expect(body).toContain('href="/impots/do/annees/2019"');
    }
  });

  it('they answer HEAD, and nothing but reading', async () => {
    expect((await http(`${server.origin}/do/annees`, { method: 'HEAD' })).status).toBe(200);
    const posted = await http(`${server.origin}/do/annees/2025`, { method: 'POST' });
    expect(posted.status).toBe(405);
    expect(posted.headers.allow).toBe('GET, HEAD');
  });

  it.each(['1999', '02025', 'x', '2025/', '__proto__'])('there is no year %s', async (year) => {
    const { status } = await http(`${server.origin}/do/annees/${year}`, { headers: { accept: 'text/html' } });
    expect(status).toBe(404);
  });
});

it('an installation of the earlier application’s method shows its constants', async () => {
  const server = await startServer({ config: { tax: EARLIER_APPLICATION, users: [ADMIN], language: 'en' } });
  try {
    const { status, body } = await http(`${server.origin}/do/annees/2018`);
    expect(status).toBe(200);
    expect(text(body)).toContain('Constants of the earlier application');
    expect((await http(`${server.origin}/do/annees/2025`)).status).toBe(404);
  } finally {
    await server.stop();
  }
});
