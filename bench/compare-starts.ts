import { setTimeout as wait } from 'node:timers/promises';
import type { Row } from './row.ts';
import type { ServerProcess } from './server-process.ts';
import { median } from './statistics.ts';

const RUNS = 7;

/** A server program and how to start it. */
export interface Contender {
  readonly name: string;
  readonly start: () => Promise<ServerProcess>;
}

/** What a server may take at most, as ratios to another one. */
export interface Limits {
  readonly start: number;
  readonly memory: number;
}

/** Time to the ready line, and resident memory when idle, of one server against another; the two take turns. */
export async function compareStarts(base: Contender, own: Contender, limits: Limits): Promise<Row[]> {
  const ofBase: Measured[] = [];
  const ofOwn: Measured[] = [];
  for (let run = 0; run < RUNS; run += 1) {
    ofBase.push(await measure(base));
    ofOwn.push(await measure(own));
  }
  return [
    ...rows('start', 'ms', (each) => each.start, limits.start),
    ...rows('idle memory', 'MiB', (each) => each.memory, limits.memory),
  ];

  function rows(what: string, unit: string, of: (measured: Measured) => number, limit: number): Row[] {
    const [baseFigure, figure] = [median(ofBase.map(of)), median(ofOwn.map(of))];
    const ratio = figure / baseFigure;
    return [
      {
        name: `${what}: ${base.name}`,
        value: `${baseFigure.toFixed(0)} ${unit}`,
        ratio: '1',
        target: '',
        ok: true,
      },
      {
        name: `${what}: ${own.name}`,
        value: `${figure.toFixed(0)} ${unit}`,
        ratio: ratio.toFixed(2),
        target: `<= ${limit}`,
        ok: ratio <= limit,
      },
    ];
  }
}

interface Measured {
  readonly start: number;
  readonly memory: number;
}

async function measure({ start }: Contender): Promise<Measured> {
  const server = await start();
  await wait(500);
  const memory = server.memory();
  await server.stop();
  return { start: server.startMilliseconds, memory };
}
