import { setTimeout as wait } from 'node:timers/promises';
import { type ContractClient, readEnvelope } from './contract-client.ts';

/** Programs that calculate one household after the other, and what came of it. */
export class CalculationLoad {
  readonly counts = { asked: 0, answered: 0, refused: 0, others: [] as string[] };
  #isOver = false;
  readonly #clients: readonly ContractClient[];
  readonly #answered: number[];
  readonly #work: Promise<unknown>;

  constructor(clients: readonly ContractClient[]) {
    this.#clients = clients;
    this.#answered = clients.map(() => 0);
    this.#work = Promise.all(clients.map((client, index) => this.#calculate(client, index)));
  }

  async #calculate(client: ContractClient, index: number): Promise<void> {
    while (!this.#isOver) {
      this.counts.asked += 1;
      const { status, body } = await client.post('/calculer-impot', {
        marié: 'oui',
        enfants: '2',
        salaire: '55555',
      });
      if (status === 200) {
        this.counts.answered += 1;
        this.#answered[index] = (this.#answered[index] ?? 0) + 1;
      } else if (status === 503) {
        this.counts.refused += 1;
        await wait(50);
      } else this.counts.others.push(`${status} ${body.slice(0, 100)}`);
    }
  }

  answeredOfEach(): readonly number[] {
    return [...this.#answered];
  }

  /** Ends it. Answers how many calculations were acknowledged and are not in their session's list, for each client. */
  async lost(): Promise<readonly number[]> {
    this.#isOver = true;
    await this.#work;
    return Promise.all(
      this.#clients.map(async (client, index) => {
        return Math.max(0, (this.#answered[index] ?? 0) - (await keptBy(client)));
      }),
    );
  }
}

/** How many calculations the session of a client has; asked again while that is refused. */
async function keptBy(client: ContractClient): Promise<number> {
  for (let tries = 0; ; tries++) {
    const reply = await client.get('/lister-simulations');
    if (reply.status === 200) return (readEnvelope(reply).réponse as readonly unknown[]).length;
    if (reply.status !== 503 || tries > 200) throw new Error(`no list: ${reply.status} ${reply.body}`);
    await wait(50);
  }
}
