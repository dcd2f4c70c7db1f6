import { setTimeout as wait } from 'node:timers/promises';
import type { Row } from './row.ts';
import type { ServerProcess } from './server-process.ts';
import { startBaseline, startTaxServer } from './servers.ts';
import { median } from './statistics.ts';

const RUNS = 7;
const START_TARGET = 2;
const MEMORY_TARGET = 1.6;

interface Measured {
  readonly start: number;
  readonly memory: number;
}

/** Time to the ready line, and resident memory when idle, against a bare Express server; the two take turns. */
export async function startAndMemoryBench(): Promise<Row[]> {
  const bare: Measured[] = [];
  const ours: Measured[] = [];
  for (let run = 0; run < RUNS; run += 1) {
    bare.push(await measure(startBaseline));
    ours.push(await measure(startTaxServer));
  }
  return [
    ...compare('start', 'ms', (each) => each.start, START_TARGET),
    ...compare('idle memory', 'MiB', (each) => each.memory, MEMORY_TARGET),
  ];

  function compare(what: string, unit: string, of: (measured: Measured) => number, target: number): Row[] {
    const [base, own] = [median(bare.map(of)), median(ours.map(of))];
    const ratio = own / base;
    return [
      {
        name: `${what}: bare Express`,
        value: `${base.toFixed(0)} ${unit}`,
        ratio: '1',
        target: '',
        ok: true,
      },
      {
        name: `${what}: tax-server`,
        value: `${own.toFixed(0)} ${unit}`,
        ratio: ratio.toFixed(2),
        target: `<= ${target}`,
        ok: ratio <= target,
      },
    ];
  }
}

async function measure(start: () => Promise<ServerProcess>): Promise<Measured> {
  const server = await start();
  await wait(500);
  const memory = server.memory();
  await server.stop();
  return { start: server.startMilliseconds, memory };
}
