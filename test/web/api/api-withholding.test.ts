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
import { taxYear, taxYears } from '../../tax/fixtures.ts';

const settings = {
  alias: '',
  prefix: '/do',
  publicUrl: '',
  trustedProxies: [],
} as Partial<WebSettings> as WebSettings;
const calculator = createTaxCalculator({
  method: 'official',
  // A year that somebody imported: the program has no other values of its return.
  years: [...taxYears(), { ...taxYear(2025), incomeYear: 2026, return: null }],
});
const legacy = createTaxCalculator({ method: 'legacy', years: taxYears() });
const calculated = vi.fn();
const services = {
  log: { info: vi.fn(), infoOfStranger: vi.fn(), warn: vi.fn(), error: vi.fn() },
  apiAccess: {
    attempt: vi.fn(),
    checkToken: () => ({ kind: 'accepted', name: 'payroll' }),
    count: () => ({ isExceeded: false, limit: 9, windowSeconds: 60, remaining: 8, resetSeconds: 60 }),
  },
  // Configured to compute by the earlier method, which knows no rates.
  tax: () => legacy,
  taxBy: (method) => (method === 'official' ? calculator : legacy),
  defaultIncomeYear: () => 2025,
  metrics: { calculated, request: vi.fn() },
} as Partial<WebServices> as WebServices;

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

async function ask(body: object) {
  const reply = await fetch(`http://127.0.0.1:${server.port}/withholding`, {
    method: 'POST',
    headers: { authorization: 'Bearer x', 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  const answer = await reply.json();
  check(reply.status === 200 ? 'Withholding' : 'Problem', answer);
  return { status: reply.status, answer };
}

const declarants = [{ salary: 48_000 }, { salary: 24_000 }];
const couple = { status: 'couple', declarants };
const single = { status: 'single', declarants: [{ salary: 30_000 }] };

describe('POST /withholding', () => {
  it('tells a couple every rate and what it takes, and counts it', async () => {
    const { status, answer } = await ask({ household: couple });
    expect(status).toBe(200);
    expect(answer).toMatchObject({
      incomeYear: 2025,
      from: '2026-09',
      to: '2027-08',
      standard: 'individual',
      household: { rates: [0.078, 0.078] },
      individual: { rates: [0.103, 0.029], persons: [{ withheld: 412 }, { withheld: 58 }] },
      neutral: { territory: 'metropole', date: '2026-01-01' },
    });
    expect(calculated).toHaveBeenCalledWith('withholding', 'official', 2025);
  });

  it('takes boxes, and asks for pay, place, day and kinds', async () => {
    const { answer } = await ask({
      household: { ...couple, boxes: { '5HQ': 10_000 }, residence: '75' },
      incomeYear: 2024,
      monthlyPay: [2000.5, null],
      territory: 'Martinique',
      date: '2025-06-01',
      rates: ['neutral'],
    });
    expect(answer).toMatchObject({
      household: null,
      individual: null,
      incomeWithoutPay: 6600,
      neutral: { territory: 'guadeloupe_martinique_reunion', gridFrom: '2025-05-01' },
    });
    expect(answer.neutral.persons).toMatchObject([{ declarant: 1, monthlyPay: 2000.5 }]);
  });

  it('names what keeps a rate from being told', async () => {
    const { answer } = await ask({ household: { ...single, boxes: { '1GH': 500 } } });
    expect(answer).toMatchObject({ household: null, leftOut: ['exemptOvertime'] });
  });

  it.each<[string, object, readonly (readonly [pointer: string, allowed: RegExp])[]]>([
    ['a pay of 0', { household: single, monthlyPay: [0] }, [['/monthlyPay/0', /above 0/]]],
    ['a negative pay', { household: couple, monthlyPay: [10, -5] }, [['/monthlyPay/1', /above 0/]]],
    ['a pay of nobody', { household: single, monthlyPay: [10, 20] }, [['/monthlyPay/1', /above 0/]]],
    ['a year without rules', { household: single, incomeYear: 2019 }, [['/incomeYear', /2020/]]],
    [
      'a year without the other values',
      { household: single, incomeYear: 2026 },
      [['/incomeYear', /tax-years/]],
    ],
    ['a year without values', { household: single, incomeYear: 1999 }, [['/incomeYear', /2018, /]]],
    [
      'a day without a grid',
      { household: single, date: '2031-01-01' },
      [['/date', /2023-01-01 to 2026-12-31/]],
    ],
    ['no day', { household: single, date: '2026-02-30' }, [['/date', /2026-09-01/]]],
    ['an unknown place', { household: single, territory: 'Wallis' }, [['/territory', /metropole, gua/]]],
    ['individual rates alone', { household: single, rates: ['individual'] }, [['/rates', /"household"/]]],
    ['no kind', { household: single, rates: [] }, [['/rates', /list/]]],
    ['an unknown kind', { household: single, rates: ['own'] }, [['/rates/0', /"neutral"/]]],
    ['a method', { household: single, method: 'legacy' }, [['/method', /incomeYear/]]],
    ['no household', {}, [['/household', /declarants/]]],
    ['a list', [], [['', /household/]]],
    [
      'several at once',
      { household: { status: 'x', declarants: [] }, monthlyPay: ['1'] },
      [
        ['/household/status', /single/],
        ['/household/declarants', /one declarant/],
        ['/monthlyPay/0', /above 0/],
      ],
    ],
    [
      'a contribution that is not established',
      { household: { status: 'single', boxes: { '2TR': 400_000, '7UF': 100 } } },
      [['/household/boxes', /codes/]],
    ],
  ])('refuses %s, with what is allowed', async (_, body, expected) => {
    const { status, answer } = await ask(body);
    expect(status).toBe(422);
    const errors: readonly { readonly pointer: string; readonly allowed: string }[] = answer.errors;
    expect(errors.map(({ pointer }) => pointer)).toEqual(expected.map(([pointer]) => pointer));
    errors.forEach(({ allowed }, index) => {
      expect(allowed).toMatch(expected[index]?.[1] ?? /never/);
    });
  });
});
