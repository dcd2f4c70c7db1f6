import express from 'express';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { WebServices } from '../../../src/model/web-services.ts';
import type { WebSettings } from '../../../src/model/web-settings.ts';
import { type Listening, listen } from '../../../src/server/listen.ts';
import { createTaxCalculator } from '../../../src/tax/tax-calculator.ts';
import { createApi } from '../../../src/web/api/api.ts';
import { openApi } from '../../../src/web/api/openapi.ts';
import { answerProblem } from '../../../src/web/contract/representations/answer-problem.ts';
import { handleErrors } from '../../../src/web/http/error-handler.ts';
import { logRequests } from '../../../src/web/http/log-requests.ts';
import { type ApiDocument, checker } from '../../end-to-end/api/api-document.ts';
import { taxYears } from '../../tax/fixtures.ts';

const settings = {
  alias: '',
  prefix: '/do',
  publicUrl: '',
  trustedProxies: [],
} as Partial<WebSettings> as WebSettings;
const calculator = createTaxCalculator({ method: 'official', years: taxYears() });
const legacy = createTaxCalculator({ method: 'legacy', years: taxYears() });
const calculators = {
  tax: () => calculator,
  taxBy: (method: string) => (method === 'official' ? calculator : legacy),
  defaultIncomeYear: () => 2025,
};
const services = {
  ...calculators,
  batchCalculators: calculators,
  spool: () => ({ write: async () => false, read: async function* () {}, close: async () => undefined }),
  log: { info: vi.fn(), infoOfStranger: vi.fn(), warn: vi.fn(), error: vi.fn() },
  apiAccess: {
    attempt: vi.fn(),
    checkToken: () => ({ kind: 'accepted', name: 'payroll' }),
    count: () => ({ isExceeded: false, limit: 9, windowSeconds: 60, remaining: 8, resetSeconds: 60 }),
  },
  metrics: { calculated: vi.fn(), request: vi.fn() },
} as unknown as WebServices;

let server: Listening;
beforeAll(async () => {
  const application = express()
    .use(logRequests(services.log))
    .use(createApi({ settings, services, sendReference: vi.fn() }))
    .use(handleErrors(services, answerProblem(settings, services)));
  server = await listen(application, '127.0.0.1', 0);
});
afterAll(() => {
  server.http.close().closeAllConnections();
});

const check = checker(openApi(settings, '1') as ApiDocument);
const household = { status: 'couple', declarants: [{ salary: 48_000 }, { salary: 24_000 }] };

async function post(path: string, body: string, type = 'application/json') {
  const headers = { authorization: 'Bearer x', 'content-type': type };
  const reply = await fetch(`http://127.0.0.1:${server.port}${path}`, { method: 'POST', headers, body });
  return { status: reply.status, text: await reply.text() };
}

async function calculate(body: object) {
  const { status, text } = await post('/calculations', JSON.stringify(body));
  const answer = JSON.parse(text);
  check(status === 200 ? 'Calculation' : 'Problem', answer);
  return { status, answer };
}

describe('POST /calculations', () => {
  it('has the rates of withholding on request only', async () => {
    const asked = await calculate({ household, withholding: true });
    expect(asked.answer).toMatchObject({
      amountDue: expect.any(Number),
      withholding: {
        from: '2026-09',
        to: '2027-08',
        standard: 'individual',
        household: 0.078,
        individual: [0.103, 0.029],
        leftOut: [],
      },
    });
    for (const body of [{ household }, { household, withholding: false }]) {
      const { status, answer } = await calculate(body);
      expect(status).toBe(200);
      expect(answer).not.toHaveProperty('withholding');
    }
  });

  it.each([
    [{ household, withholding: 'yes' }, '/withholding'],
    [{ household, withholding: true, method: 'legacy', incomeYear: 2018 }, '/method'],
    [{ household, withholding: true, incomeYear: 2019 }, '/incomeYear'],
  ])('refuses %j at its place', async (body, pointer) => {
    const { status, answer } = await calculate(body);
    expect(status).toBe(422);
    expect(answer.errors).toMatchObject([{ pointer, allowed: expect.stringMatching(/./) }]);
  });

  it('tells every issue at once', async () => {
    const { answer } = await calculate({ household: {}, withholding: 1 });
    const pointers = answer.errors.map(({ pointer }: { pointer: string }) => pointer);
    expect(pointers).toEqual(expect.arrayContaining(['/household/status', '/withholding']));
  });
});

describe('POST /calculations/batch', () => {
  const csv = 'incomeYear,status,salary1,salary2,monthlyPay\n2025,couple,48000,24000,4000\n';

  it('has columns of rates for a CSV on request only', async () => {
    const { status, text } = await post('/calculations/batch?withholding=true', csv, 'text/csv');
    expect(status).toBe(200);
    expect(text).toMatch(
      /,householdRate,individualRate1,individualRate2,neutralRate,error\n.*,7\.8,10\.3,2\.9,11\.9,\n$/,
    );
    for (const query of ['', '?withholding=false'])
      expect((await post(`/calculations/batch${query}`, csv, 'text/csv')).text).not.toContain('Rate');
  });

  it.each([
    ['?withholding=x', csv, 'text/csv', 'send true or false'],
    ['?withholding=true', '[]', 'application/json', 'is for text/csv'],
  ])('refuses %s of %j', async (query, body, type, words) => {
    const { status, text } = await post(`/calculations/batch${query}`, body, type);
    expect(status).toBe(400);
    expect(JSON.parse(text).detail).toContain(words);
  });
});
