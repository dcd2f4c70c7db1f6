import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createReadStream, createWriteStream, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { type IncomingMessage, request } from 'node:http';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { calculateCsv } from '../src/bulk/calculate-csv.ts';
import { textChunks } from '../src/bulk/text-chunks.ts';
import { cellOf } from '../src/csv/cells.ts';
import { createDecoder } from '../src/csv/decode.ts';
import { createRecordReader } from '../src/csv/records.ts';
import { createTaxCalculator } from '../src/tax/tax-calculator.ts';
import { taxYears } from '../test/tax/fixtures.ts';
import { signedInCookie } from './http.ts';
import { latencies, quantile } from './latency.ts';
import type { Row } from './row.ts';
import { startTaxServer } from './servers.ts';
import { median } from './statistics.ts';

const LINES = 1_000_000;
const ROUNDS = 3;
const TIME_TARGET = 3;
const COMMAND_TARGET = 1.1;
const MEMORY_TARGET = 150;
const READ_BYTES = 256 * 1024;
const SERVER = resolve('dist/tax-server.cjs');

/** A million lines: read and written only, with their taxes, by the command line, and over HTTP. */
export async function bulkBench(): Promise<Row[]> {
  const folder = mkdtempSync(join(tmpdir(), 'tax-server-bench-'));
  const input = join(folder, 'in.csv');
  const output = join(folder, 'out.csv');
  await pipeline(Readable.from(file()), createWriteStream(input));
  const calculator = createTaxCalculator({ method: 'official', years: taxYears() });
  const read = () => createReadStream(input, { highWaterMark: READ_BYTES });
  const write = () => createWriteStream(output);
  const server = await startTaxServer();
  const idle = { command: (await runCommand(['--salary', '1'], folder)).mebibytes, server: server.memory() };
  const seconds = {
    copied: [] as number[],
    calculated: [] as number[],
    command: [] as number[],
    http: [] as number[],
  };
  const mebibytes = { command: 0, server: 0 };
  try {
    for (let round = 0; round < ROUNDS; round++) {
      seconds.copied.push(await timed(() => pipeline(copied(read()), write())));
      seconds.calculated.push(
        await timed(() => pipeline(calculateCsv(read(), { calculator, language: 'en' }), write())),
      );
      const command = await runCommand([input, '--output', output], folder);
      seconds.command.push(command.seconds);
      mebibytes.command = Math.max(mebibytes.command, command.mebibytes - idle.command);
      seconds.http.push(await timed(() => sendBatch(server.url, input, output)));
      mebibytes.server = Math.max(mebibytes.server, server.memory() - idle.server);
    }
    return [
      ...timeRows(seconds),
      memoryRow('command line', mebibytes.command),
      memoryRow('HTTP', mebibytes.server),
      await latencyRow(server.url, input, output),
    ];
  } finally {
    await server.stop();
    rmSync(folder, { recursive: true });
  }
}

type Times = Readonly<Record<'copied' | 'calculated' | 'command' | 'http', readonly number[]>>;

function timeRows({ copied, calculated, command, http }: Times): Row[] {
  const against = (own: readonly number[], base: readonly number[]) =>
    median(own.map((seconds, round) => seconds / (base[round] ?? Number.NaN)));
  const row = (name: string, own: readonly number[], base: readonly number[], target: number): Row => ({
    name: `bulk: ${name}`,
    value: `${median(own).toFixed(2)} s`,
    ratio: against(own, base).toFixed(2),
    target: `<= ${target}`,
    ok: against(own, base) <= target,
  });
  return [
    {
      name: `bulk: ${LINES} lines read and written`,
      value: `${median(copied).toFixed(2)} s`,
      ratio: '1',
      target: '',
      ok: true,
    },
    row('calculated, against that', calculated, copied, TIME_TARGET),
    row('over HTTP, against read and written', http, copied, TIME_TARGET),
    row('by the command line, against over HTTP', command, http, COMMAND_TARGET),
  ];
}

function memoryRow(name: string, mebibytes: number): Row {
  return {
    name: `bulk: memory above idle, ${name}`,
    value: `${mebibytes.toFixed(0)} MiB`,
    ratio: '',
    target: `<= ${MEMORY_TARGET} MiB`,
    ok: mebibytes <= MEMORY_TARGET,
  };
}

async function latencyRow(url: string, input: string, output: string): Promise<Row> {
  const headers = {
    'content-type': 'application/x-www-form-urlencoded',
    cookie: await signedInCookie(url),
  };
  const body = 'mari%C3%A9=oui&enfants=2&salaire=55555';
  const small = () => latencies(`${url}/calculer-impot`, headers, body, { connections: 4, count: 500 });
  await small();
  const alone = quantile(await small(), 0.99);
  let isOver = false;
  const batch = sendBatch(url, input, output).finally(() => {
    isOver = true;
  });
  const meanwhile: number[] = [];
  while (!isOver) meanwhile.push(...(await small()));
  await batch;
  const p99 = quantile(
    meanwhile.toSorted((one, other) => one - other),
    0.99,
  );
  return {
    name: 'bulk: calculer-impot of others, p99, meanwhile',
    value: `${p99.toFixed(1)} ms`,
    ratio: `${alone.toFixed(1)} ms alone`,
    target: '',
    ok: true,
  };
}

/** The baseline: the same reading and safe writing without any tax. */
async function* copied(input: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  const decoder = createDecoder();
  let text = '';
  const reader = createRecordReader(',', 1, ({ cells }) => {
    text += `${cells?.map((cell) => cellOf(cell, ',')).join(',')}\n`;
  });
  for await (const chunk of textChunks(input)) {
    text = '';
    reader.read(decoder.decode(chunk));
    yield Buffer.from(text);
  }
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now();
  await work();
  return (performance.now() - began) / 1000;
}

/** Time of a process, its start included, and the most memory that it had. */
async function runCommand(
  args: readonly string[],
  cwd: string,
): Promise<{ seconds: number; mebibytes: number }> {
  let mebibytes = 0;
  const seconds = await timed(async () => {
    const child = spawn(process.execPath, [SERVER, 'calculate', ...args], { cwd, stdio: 'ignore' });
    const watching = setInterval(() => {
      const status = readFileSync(`/proc/${child.pid}/status`, 'utf8');
      mebibytes = Math.max(mebibytes, Number(/^VmHWM:\s+(\d+)/m.exec(status)?.[1] ?? 0) / 1024);
    }, 20);
    const [code] = await once(child, 'exit').finally(() => clearInterval(watching));
    if (code !== 0) throw new Error(`calculate ended with ${code}`);
  });
  return { seconds, mebibytes };
}

async function sendBatch(url: string, input: string, output: string): Promise<void> {
  const req = request(`${url}/api/v1/calculations/batch`, {
    method: 'POST',
    headers: {
      'content-type': 'text/csv',
      'content-length': statSync(input).size,
      authorization: `Basic ${btoa('admin:admin')}`,
    },
  });
  const answered = once(req, 'response') as Promise<[IncomingMessage]>;
  const sent = pipeline(createReadStream(input, { highWaterMark: READ_BYTES }), req);
  const [res] = await answered;
  if (res.statusCode !== 200) throw new Error(`the batch was refused: ${res.statusCode}`);
  await Promise.all([sent, pipeline(res, createWriteStream(output))]);
}

const CHUNK = 1_000;

function* file(): Generator<string> {
  yield 'id,name,incomeYear,status,singleParent,children,sharedCustodyChildren,salary1,pension1,salary2,pension2\n';
  for (let line = 0; line < LINES; line += CHUNK) {
    yield Array.from({ length: CHUNK }, (_, index) => household(line + index)).join('');
  }
}

function household(number: number): string {
  const isCouple = number % 3 === 0;
  const [salary, pension, second] = [
    (number * 7919) % 150_000,
    (number * 104_729) % 30_000,
    (number * 31) % 80_000,
  ];
  return `${number},Dupont ${number},${2018 + (number % 8)},${isCouple ? 'couple' : 'single'},no,${number % 4},0,${salary},${pension},${isCouple ? second : 0},0\n`;
}
