import autocannon from 'autocannon';
import { signedInCookie } from '../http.ts';
import { familyMilliseconds, processorMilliseconds } from '../processor-time.ts';

/** For each instance: what one asks of the database at the same time goes together, so that its work depends on how much that is. */
const CONNECTIONS = 20;
const FORM = { 'content-type': 'application/x-www-form-urlencoded' };
const BODY = 'mari%C3%A9=oui&enfants=2&salaire=55555';

/** Somewhere that calculations are asked for. */
export interface Target {
  /** Up to the prefix. */
  readonly url: string;
  /** Of the virtual host; empty without one. */
  readonly host: string;
  /** Where its sessions are signed in. */
  readonly signIn: string;
  /** Of the instances that answer. */
  readonly pids: readonly number[];
}

/** What a target made of a load; microseconds of processor time for each request. */
export interface Load {
  readonly perSecond: number;
  readonly instances: number;
  readonly postgres: number;
  readonly apache: number;
}

/** `calculer-impot` in new JSON sessions, one a connection, for some seconds. */
export async function measure({ url, host, signIn, pids }: Target, seconds: number): Promise<Load> {
  const connections = CONNECTIONS * pids.length;
  const cookies: string[] = [];
  while (cookies.length < connections) cookies.push(await signedInCookie(signIn));
  const spent = spentBy({
    instances: () => pids.reduce((sum, pid) => sum + processorMilliseconds(pid), 0),
    postgres: () => familyMilliseconds('postgres'),
    apache: () => familyMilliseconds('apache2'),
  });
  const headers = { ...FORM, ...(host && { host }) };
  let clients = 0;
  const { requests, non2xx, errors } = await autocannon({
    url: `${url}/calculer-impot`,
    connections,
    duration: seconds,
    method: 'POST',
    headers,
    body: BODY,
    setupClient(client) {
      client.setHeaders({ ...headers, cookie: cookies[clients++ % connections] ?? '' });
    },
  });
  if (non2xx > 0 || errors > 0) throw new Error(`${url}: ${non2xx} refused, ${errors} failed`);
  return { perSecond: requests.average, ...spent(requests.total) };
}

type Parts = 'instances' | 'postgres' | 'apache';

function spentBy(milliseconds: Readonly<Record<Parts, () => number>>) {
  const [instances, postgres, apache] = [
    milliseconds.instances(),
    milliseconds.postgres(),
    milliseconds.apache(),
  ];
  return (requests: number) => {
    const each = (before: number, after: number) => (1_000 * (after - before)) / requests;
    return {
      instances: each(instances, milliseconds.instances()),
      postgres: each(postgres, milliseconds.postgres()),
      apache: each(apache, milliseconds.apache()),
    };
  };
}
