import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import * as fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { shortHousehold } from '../../../src/tax/return/household.ts';
import { ContractClient, readEnvelope } from '../support/contract-client.ts';
import { http } from '../support/http-client.ts';
import { ADMIN, type RunningServer, startServer } from '../support/tax-server.ts';

interface Question {
  readonly married: boolean;
  readonly children: number;
  readonly salary: number;
  readonly year: number;
}

/** Others in each run. */
const questions: readonly Question[] = fc.sample(
  fc.record({
    married: fc.boolean(),
    children: fc.nat(8),
    salary: fc.oneof(fc.nat(120_000), fc.nat(1_000_000)),
    year: fc.integer({ min: 2018, max: 2025 }),
  }),
  25,
);

const AUTHORIZATION = { authorization: `Basic ${btoa('admin:admin')}` };
const yesNo = (value: boolean) => (value ? 'oui' : 'non');
const fieldsOf = ({ married, children, salary, year }: Question) => ({
  marié: yesNo(married),
  enfants: String(children),
  salaire: String(salary),
  année: String(year),
});
const householdOf = ({ married, children, salary }: Question) => {
  const { situation, ...rest } = shortHousehold(married, children, salary);
  return { status: situation, ...rest };
};
const csv = [
  'marié,enfants,salaire,année',
  ...questions.map((question) => Object.values(fieldsOf(question)).join(',')),
].join('\n');

/** The column `impôt` of a table, line by line. */
function taxesOf(table: string): number[] {
  const [head = '', ...lines] = table.replace('\ufeff', '').trim().split(/\r?\n/);
  const column = head.split(',').indexOf('impôt');
  return lines.map((line) => Number(line.split(',')[column]));
}

let server: RunningServer;
let expected: number[];

async function signedIn(type: 'json' | 'xml' | 'html'): Promise<ContractClient> {
  const client = new ContractClient(`${server.origin}/do`, { tokens: false });
  await client.start(type);
  await client.login();
  return client;
}

async function askOneByOne(type: 'json' | 'xml'): Promise<number[]> {
  const client = await signedIn(type);
  const taxes: number[] = [];
  for (const question of questions) {
    const reply = await client.post('/calculer-impot', fieldsOf(question));
    taxes.push((readEnvelope(reply).réponse as { impôt: number }).impôt);
  }
  return taxes;
}

describe('the same household has the same tax', () => {
  beforeAll(async () => {
    server = await startServer({ config: { users: [ADMIN] } });
    expected = await askOneByOne('json');
  });
  afterAll(() => server.stop());

  it('in XML', async () => {
    expect(await askOneByOne('xml')).toEqual(expected);
  });

  it('in a bulk request', async () => {
    const client = await signedIn('json');
    const list = questions.map(({ married, children, salary, year }) => ({
      marié: yesNo(married),
      enfants: children,
      salaire: salary,
      année: year,
    }));
    const { réponse } = readEnvelope(await client.postJson('/calculer-impots', JSON.stringify(list)));
    expect((réponse as { impôt: number }[]).map(({ impôt }) => impôt)).toEqual(expected);
  });

  it('on the page', async () => {
    const client = await signedIn('html');
    for (const [index, question] of questions.entries()) {
      const { reply } = await client.follow(await client.post('/calculer-impot', fieldsOf(question)));
      const digits = reply.body.replaceAll(/(?<=\d)(\s|&nbsp;|&#160;)(?=\d)/g, '');
      expect(digits, JSON.stringify(question)).toMatch(new RegExp(`\\b${expected[index]}\\s*€`));
    }
  });

  it('by the API', async () => {
    for (const [index, question] of questions.entries()) {
      const reply = await http(`${server.origin}/do/api/v1/calculations`, {
        method: 'POST',
        headers: { ...AUTHORIZATION, 'content-type': 'application/json' },
        body: JSON.stringify({ household: householdOf(question), incomeYear: question.year }),
      });
      expect(JSON.parse(reply.body), reply.body).toMatchObject({ amountDue: expected[index] });
    }
  });

  it('by the API as CSV', async () => {
    const reply = await http(`${server.origin}/do/api/v1/calculations/batch`, {
      method: 'POST',
      headers: { ...AUTHORIZATION, 'content-type': 'text/csv' },
      body: csv,
    });
    expect(taxesOf(reply.body)).toEqual(expected);
  });

  it('on the command line', () => {
    const file = join(server.folder, 'households.csv');
    writeFileSync(file, csv);
    const args = [resolve('dist/tax-server.cjs'), 'calculate', file, '--output', '-'];
    const table = execFileSync(process.execPath, args, {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    expect(taxesOf(table)).toEqual(expected);
  });
});
