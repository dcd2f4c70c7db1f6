import { describe, expect, it } from 'vitest';
import { http } from '../support/http-client.ts';
import { startPostgres } from '../support/postgres.ts';
import { ADMIN, startServer } from '../support/tax-server.ts';
import { api_tokens, basic, bearer, couple, JSON_TYPE } from './api-callers.ts';
import { checker } from './api-document.ts';

describe('an API with its limits', () => {
  it('tells the limit, and refuses beyond it', async () => {
    const server = await startServer({ config: { users: [ADMIN], api_tokens, api_rate_limit: 2 } });
    try {
      const get = () => http(`${server.origin}/do/api/v1/tax-years/2025`, { headers: bearer });
      const [first, , third] = [await get(), await get(), await get()];
      expect(first.headers['ratelimit-policy']).toBe('"requests";q=2;w=60');
      expect(first.headers.ratelimit).toMatch(/^"requests";r=1;t=\d+$/);
      expect([third.status, JSON.parse(third.body).type]).toEqual([429, '/do/api/v1/docs#too-many-requests']);
      expect(Number(third.headers['retry-after'])).toBeGreaterThan(0);
    } finally {
      await server.stop();
    }
  });

  it('looks at no more passwords after too many wrong ones', async () => {
    const server = await startServer({ config: { users: [ADMIN], api_tokens } });
    try {
      const get = (headers: Record<string, string>) =>
        http(`${server.origin}/do/api/v1/tax-years/2025`, { headers });
      const replies = await Promise.all(
        Array.from({ length: 12 }, (_, place) => get(basic('admin', `wrong ${place}`))),
      );
      const paused = replies.filter(({ status }) => status === 429);
      expect(paused.length).toBeGreaterThan(0);
      for (const { headers, body } of paused) {
        expect(headers['content-type']).toBe('application/problem+json; charset=utf-8');
        expect(Number(headers['retry-after'])).toBeGreaterThan(0);
        expect(JSON.parse(body).type).toBe('/do/api/v1/docs#too-many-sign-ins');
      }
      expect((await get(bearer)).status).toBe(200);
    } finally {
      await server.stop();
    }
  });

  it('is unavailable until the database is there, and goes on when that goes away', async () => {
    const postgres = await startPostgres();
    const database = await postgres.createDatabase();
    await postgres.kill();
    const server = await startServer({ awaitReady: false, config: { users: [ADMIN], api_tokens, database } });
    const url = `${server.origin}/do/api/v1`;
    const calculate = async () =>
      http(`${url}/calculations`, {
        method: 'POST',
        headers: { ...JSON_TYPE, ...bearer },
        body: JSON.stringify(couple),
      });
    const status = () =>
      calculate().then(
        (reply) => reply.status,
        () => 0,
      );
    try {
      await expect.poll(status, { timeout: 30_000 }).toBe(503);
      const refused = await calculate();
      checker(JSON.parse((await http(`${url}/openapi.json`)).body))('Problem', JSON.parse(refused.body));
      expect(JSON.parse(refused.body)).toMatchObject({
        status: 503,
        type: '/do/api/v1/docs#unavailable',
        detail: expect.stringContaining('database'),
      });
      expect(Number(refused.headers['retry-after'])).toBeGreaterThan(0);
      await postgres.restart();
      await expect.poll(status, { timeout: 30_000 }).toBe(200);
      await postgres.kill();
      await expect
        .poll(async () => (await http(`${server.origin}/do/health`)).status, { timeout: 30_000 })
        .toBe(503);
      expect(await status()).toBe(200);
    } finally {
      await server.stop();
      await postgres.stop();
    }
  });

  it('without users takes the password of the start from this machine only', async () => {
    const server = await startServer({ config: {} });
    try {
      const [password = ''] = /[0-9a-z]{5}(-[0-9a-z]{5}){3}/.exec(server.output()) ?? [];
      const call = (headers: Record<string, string>) =>
        http(`${server.origin}/do/api/v1/tax-years/2025`, {
          headers: { ...basic('admin', password), ...headers },
        });
      expect((await call({})).status).toBe(200);
      expect((await call({ 'x-forwarded-for': '192.0.2.1' })).status).toBe(401);
    } finally {
      await server.stop();
    }
  });
});
