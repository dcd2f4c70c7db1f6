import { describe, expect, it } from 'vitest';
import { readEnvelope } from '../../support/contract-client.ts';
import { attackedServer, expectRefusal } from './refusal.ts';

const { signedIn } = attackedServer();

describe('methods', () => {
  const paths = [
    'init-session/json',
    'authentifier-utilisateur',
    'calculer-impot',
    'calculer-impots',
    'lister-simulations',
    'supprimer-simulation/1',
    'fin-session',
    'afficher-calcul-impot',
    'get-admindata',
    'afficher-vue-authentification',
    'afficher-vue-calcul-impot',
    'afficher-vue-liste-simulations',
    'afficher-vue-liste-erreurs',
  ];

  it.each(['health', 'health/live', 'metrics'])('that write are refused by %s', async (path) => {
    const client = await signedIn('xml');
    const reply = await client.send(`/${path}`, { method: 'POST' });
    expectRefusal(reply, 'xml');
    expect([reply.status, reply.headers.allow]).toEqual([405, 'GET, HEAD']);
  });

  it.each(paths)('other than its own are refused by %s', async (path) => {
    const client = await signedIn('xml');
    for (const method of ['PUT', 'PATCH', 'DELETE', 'OPTIONS', 'TRACE', 'PROPFIND', 'QUERY']) {
      const reply = await client.send(`/${path}`, { method });
      expectRefusal(reply, 'xml');
      expect([method, reply.status]).toEqual([method, 405]);
      expect(reply.headers.allow).toMatch(/^(GET|POST|GET, POST|GET, HEAD)$/);
    }
  });

  it.each(paths)('HEAD changes nothing at %s', async (path) => {
    const client = await signedIn('json');
    const { status, body } = await client.send(`/${path}`, { method: 'HEAD' });
    expect([status, body]).toEqual([path.startsWith('afficher-vue') ? 200 : 405, '']);
    expect(readEnvelope(await client.get('/lister-simulations')).état).toBe(500);
  });
});
