import * as fc from 'fast-check';
import { XMLValidator } from 'fast-xml-parser';
import type { SessionType } from '../../../../src/model/sessions.ts';
import { ContractClient } from '../../support/contract-client.ts';
import type { HttpReply } from '../../support/http-client.ts';
import type { RunningServer } from '../../support/tax-server.ts';
import { anyRequest, type FuzzRequest } from './requests.ts';

/** Sent at the same time. */
const AT_ONCE = 20;
const OUR_CODE = /\bat .+:\d+:\d+|node_modules|tax-server\.cjs/;

export interface FuzzOptions {
  /** About so many requests. */
  readonly requests: number;
  /** That of a former run repeats it. */
  readonly seed?: number;
}

/**
 * Sends random requests to every address, in all representations.
 *
 * @returns how many answers there were of each status
 * @throws an error with the smallest requests that got a 5xx, our stack, broken XML, or no answer
 */
export async function fuzz(
  server: RunningServer,
  { requests, seed }: FuzzOptions,
): Promise<ReadonlyMap<number, number>> {
  const statuses = new Map<number, number>();
  let round = 0;

  async function sendAll(batch: readonly FuzzRequest[]): Promise<void> {
    round += 1;
    const clients = await startClients(server, round);
    const replies = await Promise.all(batch.map((request) => send(clients, request)));
    for (const { status } of replies) statuses.set(status, (statuses.get(status) ?? 0) + 1);
  }

  const batches = fc.array(anyRequest(CLIENTS.length), { minLength: AT_ONCE, maxLength: AT_ONCE });
  await fc.assert(fc.asyncProperty(batches, sendAll), {
    numRuns: Math.ceil(requests / AT_ONCE),
    ...(seed !== undefined && { seed }),
  });
  return statuses;
}

/** The representation of each client's session; null for one without a session. */
const CLIENTS: readonly (SessionType | null)[] = ['json', 'xml', 'html', null];

/** New sessions for every round: requests end them, change their type and sign them out. */
function startClients(server: RunningServer, round: number): Promise<ContractClient[]> {
  // Wrong passwords of former rounds are not held against these.
  const headers = { 'x-forwarded-for': `10.${round >> 16}.${(round >> 8) & 255}.${round & 255}` };
  return Promise.all(
    CLIENTS.map(async (type) => {
      const client = new ContractClient(`${server.origin}/do`, { tokens: false });
      if (type === null) return client;
      await client.start(type);
      const fields = { user: 'admin', password: 'admin' };
      const { status } = await client.post('/authentifier-utilisateur', fields, { headers });
      if (status >= 400) throw new Error(`the sign-in got ${status}`);
      return client;
    }),
  );
}

async function send(clients: readonly ContractClient[], request: FuzzRequest): Promise<HttpReply> {
  const { who, method, path, headers, body } = request;
  const client = clients[who] as ContractClient;
  const reply = await client.send(path, { method, headers, ...(hasBody(method) && { body }) });
  const fault = faultOf(reply, method);
  if (fault) throw new Error(`${fault}: ${method} ${path} got ${reply.status} ${reply.body.slice(0, 500)}`);
  return reply;
}

function hasBody(method: string): boolean {
  return method === 'POST' || method === 'PUT';
}

function faultOf({ status, headers, body }: HttpReply, method: string): string | null {
  if (status >= 500) return 'a failure';
  if (headers['content-type']?.includes('javascript') !== true && OUR_CODE.test(body))
    return 'our code shown';
  const isXml = headers['content-type']?.startsWith('application/xml') && method !== 'HEAD';
  return isXml && XMLValidator.validate(body) !== true ? 'broken XML' : null;
}
