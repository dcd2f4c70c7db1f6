import autocannon from 'autocannon';
import type { Row } from './row.ts';
import type { ServerProcess } from './server-process.ts';
import { median } from './statistics.ts';

const CONNECTIONS = 20;

/** A request that is sent again and again. */
export interface Asked {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** What a server made of a load. */
export interface Served {
  readonly perSecond: number;
  /** Microseconds of processor time, user and system, that the server alone took for a request. */
  readonly processor: number;
}

/** Posts for some seconds over 20 connections. */
export async function load(
  { processorMilliseconds }: Pick<ServerProcess, 'processorMilliseconds'>,
  { url, headers, body }: Asked,
  seconds: number,
): Promise<Served> {
  const before = processorMilliseconds();
  const result = await autocannon({
    url,
    connections: CONNECTIONS,
    duration: seconds,
    method: 'POST',
    headers,
    body,
  });
  const spent = processorMilliseconds() - before;
  if (result.non2xx > 0 || result.errors > 0) {
    throw new Error(`${url}: ${result.non2xx} refused, ${result.errors} failed`);
  }
  return { perSecond: result.requests.average, processor: (1_000 * spent) / result.requests.total };
}

/** The rounds of two servers that took turns, by name. */
export interface Compared {
  readonly base: { readonly name: string; readonly rounds: readonly Served[] };
  readonly own: { readonly name: string; readonly rounds: readonly Served[] };
}

/** What the ratios have to reach: requests a second at least, processor time a request at most. */
interface Targets {
  readonly perSecond: number;
  readonly processor: number;
}

/** Rates and processor times of two servers; the ratios are medians of the rounds', whose neighbours are disturbed alike. */
export function comparedRows({ base, own }: Compared, targets: Targets): Row[] {
  const ratio = (of: (served: Served) => number) =>
    median(own.rounds.map((served, round) => of(served) / of(base.rounds[round] ?? served)));
  const [rate, time] = [ratio(({ perSecond }) => perSecond), ratio(({ processor }) => processor)];
  return [
    { name: base.name, value: inRequests(base.rounds), ratio: '1', target: '', ok: true },
    {
      name: own.name,
      value: inRequests(own.rounds),
      ratio: rate.toFixed(2),
      target: `>= ${targets.perSecond}`,
      ok: rate >= targets.perSecond,
    },
    {
      name: `${base.name}, processor time`,
      value: inMicroseconds(base.rounds),
      ratio: '1',
      target: '',
      ok: true,
    },
    {
      name: `${own.name}, processor time`,
      value: inMicroseconds(own.rounds),
      ratio: time.toFixed(2),
      target: `<= ${targets.processor}`,
      ok: time <= targets.processor,
    },
  ];
}

export function inRequests(rounds: readonly Served[]): string {
  return `${Math.round(median(rounds.map(({ perSecond }) => perSecond)))} req/s`;
}

function inMicroseconds(rounds: readonly Served[]): string {
  return `${median(rounds.map(({ processor }) => processor)).toFixed(1)} µs/request`;
}
