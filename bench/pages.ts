import { ContractClient } from '../test/end-to-end/support/contract-client.ts';
import { signedInCookie } from './http.ts';
import { quantile, timedPost } from './latency.ts';
import { type Asked, comparedRows, load, type Served } from './load.ts';
import type { Row } from './row.ts';
import type { ServerProcess } from './server-process.ts';
import { startBaseline, startTaxServer } from './servers.ts';
import { median } from './statistics.ts';

const SECONDS = 4;
const ROUNDS = 5;
/** A result that follows is the amount, every step with its sources, three pictures and what would change it. */
const TARGETS = { perSecond: 0.05, processor: 20 };

const PEOPLE = 20;
/** As often as somebody can make the page ask: it waits for a pause in their typing. */
const EVERY_MS = 250;
/** Of what a bare route needs at the same pace. */
const SLOWER_AT_MOST = 20;

const FORM = 'application/x-www-form-urlencoded';
const body = 'mari%C3%A9=oui&enfants=2&salaire=55555';

/** The result that follows what is typed, against the calculation of a program, and while 20 people type. */
export async function pagesBench(): Promise<Row[]> {
  const baseline = await startBaseline();
  const ours = await startTaxServer();
  try {
    return [...(await followingRows(ours)), ...(await typingRows(baseline, ours))];
  } finally {
    await baseline.stop();
    await ours.stop();
  }
}

async function followingRows(ours: ServerProcess): Promise<Row[]> {
  const calculation = async () => ({
    url: `${ours.url}/calculer-impot`,
    headers: { 'content-type': FORM, cookie: await signedInCookie(ours.url) },
    body,
  });
  const [preview] = await people(ours, 1);
  if (!preview) throw new Error('nobody has signed in');
  const rounds = { calculation: [] as Served[], preview: [] as Served[] };
  await load(ours, await calculation(), SECONDS);
  await load(ours, preview, SECONDS);
  for (let round = 0; round < ROUNDS; round += 1) {
    rounds.calculation.push(await load(ours, await calculation(), SECONDS));
    rounds.preview.push(await load(ours, preview, SECONDS));
  }
  return comparedRows(
    {
      base: { name: 'pages: calculer-impot, JSON', rounds: rounds.calculation },
      own: { name: 'pages: a result that follows what is typed', rounds: rounds.preview },
    },
    TARGETS,
  );
}

/** What people wait for, all typing at once, beside what a bare route needs at the same pace. */
async function typingRows(baseline: ServerProcess, ours: ServerProcess): Promise<Row[]> {
  const bare = Array.from({ length: PEOPLE }, () => ({
    url: `${baseline.url}/calculer-impot`,
    headers: { 'content-type': FORM },
    body,
  }));
  const typists = await people(ours, PEOPLE);
  const rounds: { bare: Typed; own: Typed }[] = [];
  for (let round = 0; round < ROUNDS; round += 1)
    rounds.push({ bare: await typing(baseline, bare), own: await typing(ours, typists) });
  const ratio = median(rounds.map(({ bare, own }) => own.p99 / bare.p99));
  const busy = median(rounds.map(({ own }) => own.busy));
  const inMs = (side: 'bare' | 'own') => `${median(rounds.map((each) => each[side].p99)).toFixed(1)} ms`;
  return [
    {
      name: `pages: ${PEOPLE} typing, bare route, p99`,
      value: inMs('bare'),
      ratio: '1',
      target: '',
      ok: true,
    },
    {
      name: `pages: ${PEOPLE} typing, results that follow, p99`,
      value: `${inMs('own')}, ${(100 * busy).toFixed(0)} % of a processor`,
      ratio: ratio.toFixed(2),
      target: `<= ${SLOWER_AT_MOST}`,
      ok: ratio <= SLOWER_AT_MOST,
    },
  ];
}

interface Typed {
  /** Milliseconds. */
  readonly p99: number;
  /** The part of one processor that the server took. */
  readonly busy: number;
}

/** Each posts once in {@link EVERY_MS} for some seconds, not all at the same moment. */
async function typing({ processorMilliseconds }: ServerProcess, posts: readonly Asked[]): Promise<Typed> {
  const before = processorMilliseconds();
  const start = performance.now();
  const taken = await Promise.all(
    posts.map(async (post, index) => {
      const own: number[] = [];
      for (let key = 0; key < (SECONDS * 1000) / EVERY_MS; key += 1) {
        const due = start + (key + index / posts.length) * EVERY_MS;
        await new Promise((then) => setTimeout(then, Math.max(0, due - performance.now())));
        own.push(await timedPost(post));
      }
      return own;
    }),
  );
  const sorted = taken.flat().toSorted((one, other) => one - other);
  const busy = (processorMilliseconds() - before) / (performance.now() - start);
  return { p99: quantile(sorted, 0.99), busy };
}

/** What the pages of so many people send, each in a session of their own. */
function people(ours: ServerProcess, count: number): Promise<Asked[]> {
  return Promise.all(
    Array.from({ length: count }, async () => {
      const client = new ContractClient(ours.url, { tokens: false });
      await client.start('html');
      await client.login();
      return {
        url: `${ours.url}/apercu-calcul`,
        headers: { 'content-type': FORM, cookie: client.cookieHeader() },
        body,
      };
    }),
  );
}
