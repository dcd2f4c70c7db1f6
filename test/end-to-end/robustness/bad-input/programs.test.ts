import { beforeAll, describe, expect, it } from 'vitest';
import type { SessionType } from '../../../../src/model/sessions.ts';
import { asList, type ContractClient, readEnvelope } from '../../support/contract-client.ts';
import { attackedServer, expectRefusal, messagesOf } from './refusal.ts';
import {
  badBodies,
  badForms,
  badLists,
  badNames,
  badPaths,
  badTaxpayers,
  FORM,
  good,
  goodTaxpayer,
  packedBodies,
} from './requests.ts';

const { stranger, signedIn } = attackedServer();

/** XML has no control characters. */
const asSent = (type: SessionType, text: string) => (type === 'xml' ? text.replaceAll('\0', '\ufffd') : text);

describe.each(['json', 'xml'] as const)('%s session', (type) => {
  let client: ContractClient;
  beforeAll(async () => {
    client = await signedIn(type);
  });

  it.each(badForms)('refuses a form with %s', async (_what, { headers, ...call }, messages) => {
    const reply = await client.send('/calculer-impot', {
      method: 'POST',
      ...call,
      headers: { ...FORM, ...headers },
    });
    expectRefusal(reply, type);
    expect(readEnvelope(reply).état).toBe(301);
    expect(messagesOf(reply)).toEqual(messages.map((text) => asSent(type, text)));
  });

  it.each(badBodies)('refuses %s', async (_what, { headers, ...call }, status, message) => {
    for (const path of ['/calculer-impot', '/calculer-impots', '/authentifier-utilisateur']) {
      const reply = await client.send(path, { method: 'POST', ...call, headers: { ...FORM, ...headers } });
      expectRefusal(reply, type);
      expect(reply.status).toBe(status);
      expect(messagesOf(reply)[0]).toMatch(message);
    }
  });

  it.each(packedBodies)('refuses %s', async (_what, { headers, ...call }, status, message) => {
    const send = (path: string) =>
      client.send(path, { method: 'POST', ...call, headers: { ...FORM, ...headers } });
    const list = await send('/calculer-impots');
    expectRefusal(list, type);
    expect(list.status).toBe(status);
    expect(messagesOf(list)[0]).toMatch(message);
    for (const path of ['/calculer-impot', '/authentifier-utilisateur']) {
      const form = await send(path);
      expectRefusal(form, type);
      expect(form.status).toBe(415);
    }
  });

  it.each(badNames)('refuses a name that is %s', async (_what, body, message) => {
    const reply = await client.send('/renommer-simulation/1', { method: 'POST', body, headers: FORM });
    expectRefusal(reply, type);
    expect(readEnvelope(reply).état).toBe(2001);
    expect(messagesOf(reply)).toEqual([asSent(type, message)]);
  });

  it.each(['klingon', 'shift_jis'])('refuses the charset %s', async (charset) => {
    const headers = { 'content-type': `application/x-www-form-urlencoded; charset=${charset}` };
    const reply = await client.send('/calculer-impot', { method: 'POST', body: good, headers });
    expectRefusal(reply, type);
    expect(reply.status).toBe(415);
    expect(messagesOf(reply)[0]).toContain(charset.toUpperCase());
  });

  it.each(badLists)('refuses a list that is %s', async (_what, body, message) => {
    const reply = await client.send('/calculer-impots', { method: 'POST', body });
    expectRefusal(reply, type);
    expect(readEnvelope(reply).état).toBe(1501);
    expect(messagesOf(reply)[0]).toMatch(message);
  });

  it.each(badTaxpayers)('echoes %s with its reason', async (item, message) => {
    const reply = await client.postJson('/calculer-impots', `[${item},{${goodTaxpayer}}]`);
    expectRefusal(reply, type);
    const { état, réponse } = readEnvelope(reply);
    const [offending] = asList(réponse) as { erreur: string }[];
    expect([état, offending?.erreur]).toEqual([1501, asSent(type, message)]);
  });

  it('takes __proto__ for a key like any other', async () => {
    const reply = await client.postJson('/calculer-impots', '[{"__proto__":{"marié":"oui"}}]');
    expectRefusal(reply, type);
    expect(reply.body).toContain("MyException[2, la clé [__proto__] n'est pas autorisée]");
    expect(reply.body).toContain(type === 'xml' ? '<__proto__><marié>' : '"__proto__":{"marié"');
  });

  it('echoes ten thousand taxpayers', async () => {
    const reply = await client.postJson('/calculer-impots', JSON.stringify(Array(10_000).fill({ '<': '&' })));
    expectRefusal(reply, type);
    expect(asList(readEnvelope(reply).réponse)).toHaveLength(10_000);
  });

  it.each(badPaths)('refuses %s', async (path, status) => {
    const reply = await client.send(path);
    expectRefusal(reply, type);
    expect(reply.status).toBe(status);
  });

  it.each([
    ['0', '0'],
    ['007', '7'],
    ['9007199254740991', '9007199254740991'],
    ['9'.repeat(400), `${'9'.repeat(200)}…`],
  ])('knows no simulation %s', async (id, shown) => {
    const reply = await client.send(`/supprimer-simulation/${id}`);
    expectRefusal(reply, type);
    expect(messagesOf(reply)).toEqual([`la simulation n° [${shown}] n'existe pas`]);
  });

  it.each(['<x>', 'JSON', '__proto__', 'json%00', 'x'.repeat(8_000)])(
    'knows no session type %s',
    async (name) => {
      const reply = await client.send(`/init-session/${name}`);
      expectRefusal(reply, type);
      expect(readEnvelope(reply).état).toBe(701);
      expect(reply.body.length).toBeLessThan(700);
    },
  );

  it('keeps nothing of what it refused', async () => {
    expect(asList(readEnvelope(await client.get('/lister-simulations')).réponse)).toEqual([]);
  });
});

describe('without a session', () => {
  it.each(packedBodies)('is asked for one before %s is looked at', async (_what, { headers, ...call }) => {
    const reply = await stranger().send('/calculer-impots', {
      method: 'POST',
      ...call,
      headers: { ...FORM, ...headers },
    });
    expect(readEnvelope(reply).état).toBe(101);
  });

  it.each(badPaths)('refuses %s in JSON', async (path, status) => {
    const reply = await stranger().send(path);
    expectRefusal(reply, 'json');
    expect(reply.status).toBe(status);
  });

  it.each([
    ['no such session', `tax_session_x=j-${'x'.repeat(43)}`],
    ['broken escapes', 'tax_session=%E0%A4%A; %=%; =;;'],
    ['very many', Array.from({ length: 900 }, (_, i) => `c${i}=1`).join('; ')],
    ['the object prototype', '__proto__=1; constructor=2'],
  ])('is not impressed by cookies: %s', async (_what, cookie) => {
    const reply = await stranger().send('/lister-simulations', { headers: { cookie } });
    expectRefusal(reply, 'json');
    expect(readEnvelope(reply).état).toBe(101);
  });
});
