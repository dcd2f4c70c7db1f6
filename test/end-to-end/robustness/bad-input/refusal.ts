import { XMLValidator } from 'fast-xml-parser';
import { afterAll, beforeAll, expect } from 'vitest';
import type { SessionType } from '../../../../src/model/sessions.ts';
import { asList, ContractClient, readEnvelope } from '../../support/contract-client.ts';
import type { HttpReply } from '../../support/http-client.ts';
import { ADMIN, type RunningServer, startServer } from '../../support/tax-server.ts';

/** A server for the tests of one file. */
export function attackedServer() {
  let server: RunningServer;
  beforeAll(async () => {
    server = await startServer({ config: { users: [ADMIN] } });
  });
  afterAll(() => server?.stop());

  const stranger = () => new ContractClient(`${server.origin}/do`, { tokens: false });

  async function signedIn(type: SessionType): Promise<ContractClient> {
    const client = stranger();
    await client.start(type);
    expect((await client.login()).status).toBe(type === 'html' ? 302 : 200);
    return client;
  }

  return { port: () => server.port, stranger, signedIn };
}

/** A refusal is a 4xx in the session's representation, with nothing of our code in it. */
export function expectRefusal(reply: HttpReply, type: SessionType): void {
  expect(reply.status, reply.body).toBeGreaterThanOrEqual(400);
  expect(reply.status, reply.body).toBeLessThan(500);
  expect(reply.headers['content-type']).toBe(
    { json: 'application/json', xml: 'application/xml', html: 'text/html' }[type].concat('; charset=utf-8'),
  );
  expect(reply.body).not.toMatch(/\bat .+:\d+:\d+|node_modules|tax-server\.cjs/);
  if (type === 'xml') expect(XMLValidator.validate(reply.body)).toBe(true);
}

export const messagesOf = (reply: HttpReply) => asList(readEnvelope(reply).réponse).map(String);
