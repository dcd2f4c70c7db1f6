import { Agent, request } from 'node:http';
import type { Asked } from './load.ts';

/**
 * Milliseconds that each of `count` form posts took, sorted, over `connections` kept connections with one request under
 * way on each. Finer than a load generator's whole milliseconds.
 */
export async function latencies(
  url: string,
  headers: Record<string, string>,
  body: string,
  { connections, count }: { connections: number; count: number },
): Promise<readonly number[]> {
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  const taken: number[] = [];
  let left = count;

  async function keepPosting(): Promise<void> {
    while (left > 0) {
      left -= 1;
      taken.push(await timedPost({ url, headers, body }, agent));
    }
  }

  await Promise.all(Array.from({ length: connections }, keepPosting));
  agent.destroy();
  return taken.toSorted((one, other) => one - other);
}

/** Milliseconds until the whole answer has come. */
export function timedPost({ url, headers, body }: Asked, agent?: Agent): Promise<number> {
  const start = performance.now();
  return new Promise((resolve, reject) => {
    const req = request(url, { ...(agent && { agent }), method: 'POST', headers }, (res) => {
      if (res.statusCode !== 200) reject(new Error(`${url}: ${res.statusCode}`));
      res.resume().on('end', () => resolve(performance.now() - start));
    });
    req.on('error', reject).end(body);
  });
}

/** The value below which that fraction of the sorted values lies. */
export function quantile(sorted: readonly number[], fraction: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * fraction))] ?? Number.NaN;
}
