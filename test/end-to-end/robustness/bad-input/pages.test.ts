import { describe, expect, it } from 'vitest';
import type { HttpCall } from '../../support/http-client.ts';
import { attackedServer, expectRefusal } from './refusal.ts';
import { badBodies, badForms, badPaths, FORM, packedBodies } from './requests.ts';

const { signedIn } = attackedServer();

describe('html session', () => {
  it.each(badForms)('shows the form again after one with %s', async (_what, { headers, ...call }) => {
    const client = await signedIn('html');
    const reply = await client.send('/calculer-impot', {
      method: 'POST',
      ...call,
      headers: { ...FORM, ...headers },
    });
    const { path, reply: page } = await client.follow(reply);
    expect(path).toEqual(['/do/afficher-vue-calcul-impot']);
    expect(page.status).toBe(200);
    expect(page.body).not.toContain('<script>');
    expect(page.body).toContain('Les erreurs suivantes se sont produites');
  });

  it.each([
    ...badBodies.map(
      ([what, call, status]) => [what, '/calculer-impot', { method: 'POST', ...call }, status] as const,
    ),
    ...packedBodies.map(
      ([what, call]) => [what, '/calculer-impot', { method: 'POST', ...call }, 415] as const,
    ),
    ...badPaths.map(([path, status]) => [path, path, {}, status] as const),
  ])('explains %s on a page', async (_what, path, { headers, ...call }: HttpCall, status) => {
    const client = await signedIn('html');
    const reply = await client.send(path, { ...call, headers: { ...FORM, ...headers } });
    expectRefusal(reply, 'html');
    expect(reply.status).toBe(status);
  });
});
