import type { RequestListener } from 'node:http';
import express from 'express';
import { vi } from 'vitest';
import type { RequestAllowance } from '../../../src/model/sign-in.ts';
import type { WebServices } from '../../../src/model/web-services.ts';
import type { WebSettings } from '../../../src/model/web-settings.ts';
import { createTaxCalculator } from '../../../src/tax/tax-calculator.ts';
import { createApi } from '../../../src/web/api/api.ts';
import { answerProblem } from '../../../src/web/contract/representations/answer-problem.ts';
import { handleErrors } from '../../../src/web/http/error-handler.ts';
import { logRequests } from '../../../src/web/http/log-requests.ts';
import { taxYears } from '../../tax/fixtures.ts';

export const apiSettings = {
  alias: '',
  prefix: '/do',
  publicUrl: '',
  trustedProxies: [],
  language: 'fr',
} as Partial<WebSettings> as WebSettings;

/** One request of two is used. */
export const count = (): RequestAllowance => ({
  isExceeded: false,
  limit: 2,
  windowSeconds: 60,
  remaining: 1,
  resetSeconds: 60,
});

export const silentLog = () => ({ info: vi.fn(), infoOfStranger: vi.fn(), warn: vi.fn(), error: vi.fn() });

/** A program with the token of the payroll office. */
export const apiAccess: WebServices['apiAccess'] = {
  attempt: async () => ({ kind: 'refused' }),
  checkToken: () => ({ kind: 'accepted', name: 'payroll' }),
  count,
};

const official = createTaxCalculator({ method: 'official', years: taxYears() });
const legacy = createTaxCalculator({ method: 'legacy', years: taxYears() });

export const calculators = {
  tax: () => official,
  taxBy: (method: string) => (method === 'official' ? official : legacy),
  defaultIncomeYear: () => 2025,
};

/** The API alone, below `/do/api/v1`, with what a test puts in place of its services. */
export function apiWith(services: Partial<WebServices>): RequestListener {
  const complete = {
    log: silentLog(),
    audit: vi.fn(),
    mailAdmin: vi.fn(),
    metrics: { request: vi.fn(), calculated: vi.fn() },
    apiAccess,
    ...calculators,
    batchCalculators: calculators,
    ...services,
  } as Partial<WebServices> as WebServices;
  return express()
    .use(logRequests(complete.log))
    .use('/do/api/v1', createApi({ settings: apiSettings, services: complete, sendReference: vi.fn() }))
    .use(handleErrors(complete, answerProblem(apiSettings, complete)));
}
