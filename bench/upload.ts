import { once } from 'node:events';
import { type IncomingMessage, request } from 'node:http';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { ContractClient } from '../test/end-to-end/support/contract-client.ts';
import { signedInCookie } from './http.ts';
import { latencies, quantile } from './latency.ts';
import type { Row } from './row.ts';
import type { ServerProcess } from './server-process.ts';
import { startTaxServer } from './servers.ts';

const FEW = 100_000;
const MANY = 1_000_000;
/** Ten times the lines may need this many times the memory: it must not grow with them. */
const MEMORY_TARGET = 2;
/** Milliseconds that somebody else's request may take while a file is calculated. */
const LATENCY_TARGET = 50;
const BOUNDARY = 'boundary-of-the-bench';

/** A file of many households, uploaded and calculated: time, memory above idle, and how others are served meanwhile. */
export async function uploadBench(): Promise<Row[]> {
  const few = await onFreshServer((server) => upload(server, FEW));
  const many = await onFreshServer((server) => upload(server, MANY));
  const [alone, meanwhile] = await onFreshServer(latenciesOfOthers);
  const growth = many.mebibytes / few.mebibytes;
  return [
    {
      name: `upload: ${MANY} lines, sent and calculated`,
      value: `${many.seconds.toFixed(1)} s, ${Math.round(MANY / many.seconds / 1000)}k lines/s`,
      ratio: '',
      target: '',
      ok: true,
    },
    {
      name: `upload: memory above idle, ${FEW} lines`,
      value: `${few.mebibytes.toFixed(0)} MiB`,
      ratio: '1',
      target: '',
      ok: true,
    },
    {
      name: `upload: memory above idle, ${MANY} lines`,
      value: `${many.mebibytes.toFixed(0)} MiB`,
      ratio: growth.toFixed(2),
      target: `<= ${MEMORY_TARGET}`,
      ok: growth <= MEMORY_TARGET,
    },
    {
      name: 'upload: calculer-impot of others, p99, idle server',
      value: `${alone.toFixed(1)} ms`,
      ratio: '1',
      target: '',
      ok: true,
    },
    {
      name: 'upload: calculer-impot of others, p99, meanwhile',
      value: `${meanwhile.toFixed(1)} ms`,
      ratio: (meanwhile / alone).toFixed(1),
      target: `<= ${LATENCY_TARGET} ms`,
      ok: meanwhile <= LATENCY_TARGET,
    },
  ];
}

async function onFreshServer<Result>(measure: (server: ServerProcess) => Promise<Result>): Promise<Result> {
  const server = await startTaxServer();
  try {
    return await measure(server);
  } finally {
    await server.stop();
  }
}

/** Seconds from the first byte sent to the last result, and the highest resident memory above that before. */
async function upload(server: ServerProcess, lines: number): Promise<{ seconds: number; mebibytes: number }> {
  const client = await signedInVisitor(server);
  const idle = server.memory();
  let highest = idle;
  const watching = setInterval(() => {
    highest = Math.max(highest, server.memory());
  }, 20);
  const began = performance.now();
  try {
    await calculated(client, await send(client, lines));
  } finally {
    clearInterval(watching);
  }
  return { seconds: (performance.now() - began) / 1000, mebibytes: highest - idle };
}

/** The 99th percentile of somebody else's calculations, alone and while a file is calculated. */
async function latenciesOfOthers(server: ServerProcess): Promise<[alone: number, meanwhile: number]> {
  const headers = {
    'content-type': 'application/x-www-form-urlencoded',
    cookie: await signedInCookie(server.url),
  };
  const body = 'mari%C3%A9=oui&enfants=2&salaire=55555';
  const others = () =>
    latencies(`${server.url}/calculer-impot`, headers, body, { connections: 4, count: 500 });
  await others();
  const alone = quantile(await others(), 0.99);
  const client = await signedInVisitor(server);
  let isOver = false;
  const calculating = send(client, MANY)
    .then((id) => calculated(client, id))
    .finally(() => {
      isOver = true;
    });
  const meanwhile: number[] = [];
  while (!isOver) meanwhile.push(...(await others()));
  await calculating;
  return [
    alone,
    quantile(
      meanwhile.toSorted((one, other) => one - other),
      0.99,
    ),
  ];
}

async function signedInVisitor({ url }: ServerProcess): Promise<ContractClient> {
  const client = new ContractClient(url, { tokens: false });
  await client.start('html');
  await client.login();
  return client;
}

/** Sends a file line by line, never whole in memory on this side either; the id of its job. */
async function send(client: ContractClient, lines: number): Promise<string> {
  const req = request(`${client.baseUrl}/deposer-fichier`, {
    method: 'POST',
    headers: {
      cookie: client.cookieHeader(),
      'content-type': `multipart/form-data; boundary=${BOUNDARY}`,
    },
  });
  const answered = once(req, 'response') as Promise<[IncomingMessage]>;
  await pipeline(Readable.from(form(lines)), req);
  const [res] = await answered;
  res.resume();
  const id = /\/fichier\/([0-9a-f]+)/.exec(String(res.headers.location))?.[1];
  if (!id) throw new Error(`the file was not taken: ${res.statusCode}`);
  await client.post(`/calculer-fichier/${id}`, {});
  return id;
}

const CHUNK = 1_000;

function* form(lines: number): Generator<string> {
  yield `--${BOUNDARY}\r\nContent-Disposition: form-data; name="fichier"; filename="many.csv"\r\n\r\n`;
  yield 'année;situation;enfants;salaire 1\n';
  for (let line = 0; line < lines; line += CHUNK) {
    const some = Array.from({ length: Math.min(CHUNK, lines - line) }, (_, index) => household(line + index));
    yield some.join('');
  }
  yield `\r\n--${BOUNDARY}--\r\n`;
}

/** Of all years and sizes; one in a thousand is no household. */
function household(number: number): string {
  if (number % 1_000 === 7) return '2025;x;0;1\n';
  const situation = number % 3 === 0 ? 'couple' : 'célibataire';
  return `${2018 + (number % 8)};${situation};${number % 5};${(number * 7919) % 150_000}\n`;
}

async function calculated(client: ContractClient, id: string): Promise<void> {
  for (;;) {
    const { body } = await client.send(`/avancement-fichier/${id}`);
    const { state, isOver } = JSON.parse(body) as { state: string; isOver: boolean };
    if (isOver && state !== 'done') throw new Error(`the file was not calculated: ${body}`);
    if (isOver) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
