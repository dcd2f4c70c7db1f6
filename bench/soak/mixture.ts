import { randomBytes } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { ContractClient } from '../../test/end-to-end/support/contract-client.ts';
import { type HttpReply, http } from '../../test/end-to-end/support/http-client.ts';
import type { RunningServer } from '../../test/end-to-end/support/tax-server.ts';

/** What a visitor does, from the first request to the last. Whatever must succeed is looked at. */
type Visit = (origin: string) => Promise<void>;

const LOGIN = 'admin';
const PASSWORD = 'admin';
const CALCULATION = { marié: 'oui', enfants: '2', salaire: '55555' };
const CALCULATIONS_OF_A_PROGRAM = 20;
/** Visitors of each kind at a time. */
const AT_ONCE = 2;
/** Between two visits of a visitor: the processor is not what is measured. */
const PAUSE_MS = 5;

/** A JSON session from its start to its end. */
const program: Visit = async (origin) => {
  const client = new ContractClient(`${origin}/do`, { tokens: false });
  await client.start('json');
  expectStatus(200, await client.login(LOGIN, PASSWORD));
  for (let i = 0; i < CALCULATIONS_OF_A_PROGRAM; i += 1)
    expectStatus(200, await client.post('/calculer-impot', CALCULATION));
  expectStatus(200, await client.get('/fin-session'));
};

/** A person who signs in, calculates, looks at the list and at a year, and leaves without ending the session. */
const person: Visit = async (origin) => {
  const client = new ContractClient(`${origin}/do`, { tokens: false });
  await client.follow(await client.start('html'));
  for (const step of [
    () => client.login(LOGIN, PASSWORD),
    () => client.post('/calculer-impot', CALCULATION),
    () => client.get('/lister-simulations'),
    () => client.send('/annees/2025'),
  ])
    expectStatus(200, (await client.follow(await step())).reply);
};

/** A program that sends its right password with each request to the API. */
const apiCaller: Visit = async (origin) => {
  expectStatus(200, await callApi(origin, PASSWORD, {}));
};

/** Somebody who guesses, in a session and at the API, each time from another network. */
const guesser: Visit = async (origin) => {
  const client = new ContractClient(`${origin}/do`, { tokens: false });
  await client.start('json');
  const fields = { user: randomBytes(100).toString('hex'), password: 'guess' };
  await client.post('/authentifier-utilisateur', fields, { headers: fromAnywhere() });
  await callApi(origin, randomBytes(8).toString('hex'), fromAnywhere());
};

const kinds = [program, person, apiCaller, guesser];

function callApi(origin: string, password: string, headers: Record<string, string>): Promise<HttpReply> {
  const authorization = `Basic ${Buffer.from(`${LOGIN}:${password}`).toString('base64')}`;
  return http(`${origin}/do/api/v1/tax-years/2025`, { headers: { authorization, ...headers } });
}

/** The header by which a trusted proxy says that the client is in a network of its own. */
function fromAnywhere(): Record<string, string> {
  const network = randomBytes(6).toString('hex').match(/.{4}/g)?.join(':');
  return { 'x-forwarded-for': `2001:${network}::1` };
}

function expectStatus(status: number, reply: HttpReply): void {
  if (reply.status !== status) throw new Error(`${reply.status} instead of ${status}: ${reply.body}`);
}

/**
 * People and programs sign in rightly and wrongly, calculate and read pages, for some seconds.
 *
 * @returns how many visits there were
 * @throws when a visit that must succeed does not
 */
export async function mixture({ origin }: Pick<RunningServer, 'origin'>, seconds: number): Promise<number> {
  const end = performance.now() + seconds * 1_000;
  let visits = 0;
  async function keepVisiting(visit: Visit): Promise<void> {
    while (performance.now() < end) {
      await visit(origin);
      visits += 1;
      await wait(PAUSE_MS);
    }
  }
  // Whoever has signed in from an address before is not locked out by the guesses of others.
  await person(origin);
  await Promise.all(Array.from({ length: AT_ONCE }, () => kinds.map(keepVisiting)).flat());
  return visits;
}
