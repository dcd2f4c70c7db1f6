import { ContractClient } from '../../test/end-to-end/support/contract-client.ts';
import type { DatabaseServer } from '../../test/end-to-end/support/database-server.ts';

const SESSIONS = 2_000;
const AT_ONCE = 20;

/** Bytes a row, with indexes and what PostgreSQL keeps beside: as the tables lie after the work, not packed. */
export interface TableSizes {
  readonly programSession: number;
  readonly personSession: number;
  readonly simulation: number;
  /** How many rows of each were measured. */
  readonly sessions: number;
  readonly simulations: number;
}

/** Fills the tables by what visitors do. */
export async function tableSizes(
  url: string,
  { run }: Pick<DatabaseServer, 'run'>,
  database: string,
): Promise<TableSizes> {
  const sizeOf = async (table: string) => {
    const [row] = await run(
      database,
      `select pg_total_relation_size('${table}') as bytes, (select count(*) from ${table}) as rows`,
    );
    return { bytes: Number(row?.bytes), rows: Number(row?.rows) };
  };
  const grownBy = async (visit: () => Promise<void>) => {
    const before = await sizeOf('sessions');
    await often(visit);
    const after = await sizeOf('sessions');
    return (after.bytes - before.bytes) / (after.rows - before.rows);
  };
  const programSession = await grownBy(() => program(url));
  const personSession = await grownBy(() => person(url));
  const { bytes, rows } = await sizeOf('simulations');
  return {
    programSession,
    personSession,
    simulation: bytes / rows,
    sessions: SESSIONS,
    simulations: rows,
  };
}

async function often(visit: () => Promise<void>): Promise<void> {
  let left = SESSIONS;
  async function keepVisiting(): Promise<void> {
    for (; left > 0; left -= 1) await visit();
  }
  await Promise.all(Array.from({ length: AT_ONCE }, keepVisiting));
}

const CALCULATION = { marié: 'oui', enfants: '2', salaire: '55555' };

async function program(url: string): Promise<void> {
  const client = new ContractClient(url, { tokens: false });
  await client.start('json');
  await client.login();
  await client.post('/calculer-impot', CALCULATION);
}

async function person(url: string): Promise<void> {
  const client = new ContractClient(url, { tokens: false });
  await client.follow(await client.start('html'));
  await client.follow(await client.login());
  await client.follow(await client.post('/calculer-impot', CALCULATION));
}
