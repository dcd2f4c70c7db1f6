import { Agent, request } from 'node:http';

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

  function post(): Promise<void> {
    const start = performance.now();
    return new Promise((resolve, reject) => {
      const req = request(url, { agent, method: 'POST', headers }, (res) => {
        if (res.statusCode !== 200) reject(new Error(`${url}: ${res.statusCode}`));
        res.resume().on('end', () => {
          taken.push(performance.now() - start);
          resolve();
        });
      });
      req.on('error', reject).end(body);
    });
  }

  async function keepPosting(): Promise<void> {
    while (left > 0) {
      left -= 1;
      await post();
    }
  }

  await Promise.all(Array.from({ length: connections }, keepPosting));
  agent.destroy();
  return taken.toSorted((one, other) => one - other);
}

/** The value below which that fraction of the sorted values lies. */
export function quantile(sorted: readonly number[], fraction: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * fraction))] ?? Number.NaN;
}
