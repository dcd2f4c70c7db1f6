import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ContractClient } from '../support/contract-client.ts';
import type { DatabaseServer } from '../support/database-server.ts';
import { http } from '../support/http-client.ts';
import { startPostgres } from '../support/postgres.ts';
import { ADMIN, type RunningServer, startServer } from '../support/tax-server.ts';

const documents = ['docs/grafana-dashboard.json', 'docs/operations.md'];
const text = (file: string) => readFileSync(file, 'utf8');
/** The metrics that a text names, with the suffixes of histograms. */
const metricsIn = (where: string) => new Set(where.match(/\b(tax_server|process|nodejs)_[a-z0-9_]+/g));
/** The labels by which it groups or selects. */
const labelsIn = (where: string) =>
  new Set([...where.matchAll(/\bby \(([^)]+)\)/g)].flatMap(([, names = '']) => names.split(', ')));

describe('what the documents say of the metrics', () => {
  let postgres: DatabaseServer;
  let server: RunningServer;
  let served: string;

  beforeAll(async () => {
    postgres = await startPostgres();
    server = await startServer({ config: { users: [ADMIN], database: await postgres.createDatabase() } });
    const client = new ContractClient(`${server.origin}/do`, { tokens: false });
    await client.start('json');
    await client.login();
    await client.post('/calculer-impot', { marié: 'oui', enfants: '2', salaire: '55555' });
    served = (await http(`${server.origin}/do/metrics`)).body;
  });
  afterAll(async () => {
    await server?.stop();
    await postgres?.stop();
  });

  it.each(documents)('%s names metrics that are served', (file) => {
    const named = [...metricsIn(text(file))];
    expect(named.length).toBeGreaterThan(8);
    const values = new Set(served.match(/^[a-z_0-9]+(?=[{ ])|(?<=^# TYPE )\w+/gm));
    expect(named.filter((name) => !values.has(name))).toEqual([]);
  });

  it('the dashboard groups by labels that there are', () => {
    const labels = new Set([...served.matchAll(/[{,]([a-z_]+)="/g)].map(([, name]) => name));
    const missing = [...labelsIn(text('docs/grafana-dashboard.json'))].filter((name) => !labels.has(name));
    // Prometheus adds where it collected from.
    expect(missing).toEqual(['instance']);
  });

  it.each(documents)('%s names every metric of our own', (file) => {
    const own = [...served.matchAll(/^# TYPE (tax_server_\w+)/gm)].map(([, name]) => name as string);
    expect(own.filter((name) => !text(file).includes(name))).toEqual([]);
  });

  it('tells the connections to the database', () => {
    expect(served).toMatch(/^tax_server_database_pool\{state="idle"\} [1-9]$/m);
    expect(served).toMatch(/^tax_server_database_pool\{state="waiting"\} 0$/m);
    expect(served).toContain('tax_server_database_pool{state="limit"} 10\n');
  });
});
