import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hashApiToken } from '../../../src/users/api-token-format.ts';
import { newApiToken } from '../../../src/users/api-tokens.ts';
import { FileVisitor } from '../files/file-visitor.ts';
import { ContractClient } from '../support/contract-client.ts';
import { http } from '../support/http-client.ts';
import { ADMIN, type RunningServer, startServer } from '../support/tax-server.ts';

const TOKEN = newApiToken();
const OTHER_TOKEN = newApiToken();

/** The sum of the samples that begin so. */
function sumOf(text: string, beginning: string): number {
  const lines = text.split('\n').filter((line) => line.startsWith(beginning));
  return lines.reduce((sum, line) => sum + Number(line.split(' ').at(-1)), 0);
}

/** What Prometheus gets to see. */
describe('the metrics', () => {
  let server: RunningServer;
  const url = () => `${server.origin}/do/metrics`;
  const scrape = async () => (await http(url())).body;
  const fields = { marié: 'oui', enfants: '2', salaire: '55555' };

  beforeAll(async () => {
    server = await startServer({
      config: {
        users: [ADMIN],
        server: { url_prefix: '/do', mount_alias: '/impots' },
        api_tokens: [{ name: 'prometheus', token_hash: hashApiToken(TOKEN) }],
      },
    });
  });
  afterAll(() => server?.stop());

  it('count what clients do, by short lists of names', async () => {
    const client = new ContractClient(`${server.origin}/impots/do`, { tokens: false });
    await client.start('xml');
    await client.login('admin', 'wrong');
    await client.login();
    await client.post('/calculer-impot', fields);
    await client.post('/calculer-impot', { ...fields, enfants: '-1' });
    for (const path of ['/do/a', '/do/b', '/c', '/do/constructor']) await http(server.origin + path);
    const text = await scrape();
    for (const line of [
      'tax_server_requests_total{action="init-session",status="200",etat="700"} 1',
      'tax_server_requests_total{action="authentifier-utilisateur",status="401",etat="201"} 1',
      'tax_server_requests_total{action="calculer-impot",status="200",etat="300"} 1',
      'tax_server_requests_total{action="calculer-impot",status="400",etat="301"} 1',
      'tax_server_requests_total{action="other",status="404",etat="131"} 4',
      'tax_server_request_duration_seconds_count{action="calculer-impot"} 2',
      'tax_server_sign_ins_total{result="accepted"} 1',
      'tax_server_sign_ins_total{result="refused"} 1',
      'tax_server_calculations_total{channel="xml",method="official",income_year="2025"} 1',
      'tax_server_component_up{component="database"} 1',
      'tax_server_component_up{component="sessions"} 1',
      'tax_server_component_up{component="log"} 1',
    ])
      expect(text).toContain(`${line}\n`);
    expect(text).toMatch(
      /^tax_server_build_info\{version="1\.0\.0",commit="[^"]*",database="sqlite",session_store="database"\} 1$/m,
    );
  });

  it('are for this machine without a proxy in between', async () => {
    const direct = await http(url());
    expect([direct.status, direct.headers['content-type']]).toEqual([
      200,
      'text/plain; version=0.0.4; charset=utf-8',
    ]);
    for (const name of ['x-forwarded-for', 'forwarded', 'via']) {
      const forwarded = await http(url(), { headers: { [name]: '203.0.113.7' } });
      expect([forwarded.status, forwarded.body]).toEqual([401, expect.not.stringContaining('tax_server_')]);
    }
  });

  it('are for others with an API token; a wrong one is recorded', async () => {
    const from = (token: string) =>
      http(url(), { headers: { 'x-forwarded-for': '203.0.113.7', authorization: `Bearer ${token}` } });
    expect((await from(TOKEN)).body).toContain('tax_server_build_info');
    const refused = await from(OTHER_TOKEN);
    expect([refused.status, refused.headers['www-authenticate']]).toEqual([
      401,
      expect.stringMatching(/^Bearer/),
    ]);
    const audit = () => readFileSync(join(server.folder, 'logs/audit.log'), 'utf8');
    await expect
      .poll(audit)
      .toMatch(/"event":"api-token","outcome":"refused","user":null,"address":"203\.0\.113\.7"/);
    expect(audit()).not.toContain(OTHER_TOKEN);
  });

  it('count the calculations of the API', async () => {
    const reply = await http(`${server.origin}/do/api/v1/calculations`, {
      method: 'POST',
      headers: { authorization: `Bearer ${TOKEN}`, 'content-type': 'application/json' },
      body: JSON.stringify({
        household: { status: 'single', declarants: [{ salary: 30_000 }] },
        incomeYear: 2024,
      }),
    });
    expect(reply.status, reply.body).toBe(200);
    const text = await scrape();
    expect(text).toContain(
      'tax_server_calculations_total{channel="api",method="official",income_year="2024"} 1\n',
    );
    expect(text).toContain('tax_server_requests_total{action="api/calculations",status="200",etat=""} 1\n');
  });

  it.each([
    ['text/csv', 'status,children,salary1\nsingle,0,30000\ncouple,x,1\n'],
    [
      'application/x-ndjson',
      '{"household":{"status":"single","declarants":[{"salary":30000}]},"incomeYear":2024}\n{}',
    ],
    [
      'application/json',
      '[{"household":{"status":"single","declarants":[{}]},"incomeYear":2018,"method":"legacy"}]',
    ],
  ])('count the calculations of batches (%s)', async (type, body) => {
    const counted = async () => sumOf(await scrape(), 'tax_server_calculations_total{channel="batch"');
    const requests = async () =>
      sumOf(await scrape(), 'tax_server_requests_total{action="api/calculations/batch",status="200"');
    const before = [await counted(), await requests()];
    const reply = await http(`${server.origin}/do/api/v1/calculations/batch`, {
      method: 'POST',
      headers: { authorization: `Bearer ${TOKEN}`, 'content-type': type },
      body,
    });
    expect(reply.status, reply.body).toBe(200);
    expect([await counted(), await requests()]).toEqual(before.map((value) => value + 1));
  });

  it('count the calculations of uploaded files', async () => {
    const visitor = await FileVisitor.signedIn(server);
    await visitor.calculate('situation;enfants;salaire 1\ncélibataire;0;30000\ncouple;1;40000\ncouple;x;1\n');
    expect(sumOf(await scrape(), 'tax_server_calculations_total{channel="file"')).toBe(2);
  });

  it('are valid to the letter', async () => {
    const sample = /^[a-z_][a-z0-9_]*(\{([a-z_]+="[^"\\\n]*",?)*\})? (-?\d[\d.e+-]*|[+-]Inf|Nan)$/i;
    const lines = (await scrape()).split('\n').filter((line) => line !== '' && !line.startsWith('#'));
    expect(lines.length).toBeGreaterThan(50);
    expect(lines.filter((line) => !sample.test(line))).toEqual([]);
  });
});

describe('the health', () => {
  it('tells liveness, readiness, components and build', async () => {
    const server = await startServer();
    try {
      const ask = async (path: string) => {
        const { status, body } = await http(`${server.origin}/do/health${path}`);
        return { status, ...JSON.parse(body) };
      };
      const report = {
        application: 'tax-server',
        version: '1.0.0',
        uptime_seconds: expect.any(Number),
        database: 'available',
        components: {
          database: { status: 'up', kind: 'sqlite', state: 'available' },
          sessions: { status: 'up', store: 'database' },
          log: { status: 'up', lost_lines: 0 },
        },
      };
      expect(await ask('')).toMatchObject(report);
      expect(await ask('/ready')).toMatchObject(report);
      expect((await http(`${server.origin}/do/health/ready`)).status).toBe(200);
      const live = await http(`${server.origin}/do/health/live`);
      expect([live.status, live.body]).toEqual([200, '{"status":"up"}']);
      expect((await http(`${server.origin}/do/health/else`)).status).toBe(404);
    } finally {
      await server.stop();
    }
  });
});
