import { readFileSync } from 'node:fs';

const EVERY_MS = 1_000;

/** The resident memory of a process, once a second. */
export interface MemoryWatch {
  /**
   * Stops and gives the growth after the beginning, in which caches and pools fill, by least squares, and the last figure;
   * MiB.
   *
   * @param beginning a share of the whole time
   */
  stop(beginning?: number): { readonly perMinute: number; readonly last: number };
}

export function watchMemory(pid: number): MemoryWatch {
  const samples: number[] = [];
  const timer = setInterval(() => samples.push(residentMebibytes(pid)), EVERY_MS);
  return {
    stop(beginning = 1 / 3) {
      clearInterval(timer);
      const steady = samples.slice(Math.floor(samples.length * beginning));
      return { perMinute: slope(steady) * (60_000 / EVERY_MS), last: samples.at(-1) ?? 0 };
    },
  };
}

/** Of the line that fits best, per sample. */
function slope(values: readonly number[]): number {
  const meanX = (values.length - 1) / 2;
  const meanY = values.reduce((sum, y) => sum + y, 0) / values.length;
  let [covariance, variance] = [0, 0];
  for (const [x, y] of values.entries()) {
    covariance += (x - meanX) * (y - meanY);
    variance += (x - meanX) ** 2;
  }
  return variance === 0 ? 0 : covariance / variance;
}

function residentMebibytes(pid: number): number {
  const [, kibibytes] = /^VmRSS:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? [];
  return Number(kibibytes) / 1024;
}
