import { Agent, request } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import { expect } from 'vitest';
import type { ContractClient } from '../support/contract-client.ts';
import type { Httpd } from '../support/httpd.ts';
import { clientOf } from './virtual-host.ts';

export const SESSIONS = 6;

/** One program: a session of its own, one calculation after the other. */
export interface Worker {
  readonly client: ContractClient;
  /** The ids of the simulations that it was answered. */
  readonly ids: number[];
  /** Status and beginning of every answer that was not the calculation. */
  readonly failures: string[];
}

/** Programs that calculate through Apache, while something happens to the instances behind it. */
export class BalancedLoad {
  readonly #agent = new Agent({ keepAlive: true });
  readonly #httpd: Httpd;
  readonly #name: string;

  /** @param name of the virtual host */
  constructor(httpd: Httpd, name: string) {
    this.#httpd = httpd;
    this.#name = name;
  }

  async signedIn(): Promise<Worker> {
    const client = clientOf(this.#httpd, 'http', this.#name, '/impots/do');
    expect((await client.start('json')).status).toBe(200);
    expect((await client.login()).status).toBe(200);
    return { client, ids: [], failures: [] };
  }

  /** Keeps every session calculating until `during` is over, then looks for what was lost. */
  async during(what: string, happening: () => Promise<void>): Promise<readonly Worker[]> {
    const workers = await Promise.all(Array.from({ length: SESSIONS }, () => this.signedIn()));
    let isOver = false;
    const work = Promise.all(
      workers.map(async (worker) => {
        while (!isOver) await this.#calculate(worker);
      }),
    );
    await wait(1_000);
    await happening();
    isOver = true;
    await work;
    const answered = workers.flatMap(({ ids }) => ids).length;
    const failed = workers.flatMap(({ failures }) => failures);
    console.log(
      `${what}: ${answered} calculations answered, ${failed.length} failed ${[...new Set(failed)].join(' | ')}`,
    );
    expect(answered).toBeGreaterThan(100);
    return workers;
  }

  async #calculate({ client, ids, failures }: Worker): Promise<void> {
    const { status, body } = await this.#post(client);
    if (status === 200) ids.push(JSON.parse(body).réponse.id);
    else failures.push(`${status} ${body.slice(0, 60)}`);
  }

  /** Over kept connections, as a busy program does. */
  #post(client: ContractClient): Promise<{ status: number; body: string }> {
    return new Promise((resolve) => {
      const { host, pathname } = new URL(`${client.baseUrl}/calculer-impot`);
      const headers = {
        host,
        cookie: client.cookieHeader(),
        'content-type': 'application/x-www-form-urlencoded',
      };
      const options = {
        agent: this.#agent,
        host: '127.0.0.1',
        port: this.#httpd.httpPort,
        method: 'POST',
        path: pathname,
        headers,
      };
      const req = request(options, (res) => {
        let body = '';
        res.setEncoding('utf8').on('data', (text: string) => {
          body += text;
        });
        res.on('end', () => resolve({ status: res.statusCode ?? 0, body }));
      });
      req.on('error', (error) => resolve({ status: 0, body: String(error) }));
      req.end('mari%C3%A9=oui&enfants=2&salaire=55555');
    });
  }

  async expectNothingLost(workers: readonly Worker[]): Promise<void> {
    for (const { client, ids } of workers) {
      const { réponse } = client.read(await client.get('/lister-simulations'));
      const kept = new Set((réponse as { id: number }[]).map(({ id }) => id));
      expect(ids.filter((id) => !kept.has(id))).toEqual([]);
      expect(new Set(ids).size).toBe(ids.length);
    }
  }

  end(): void {
    this.#agent.destroy();
  }
}
