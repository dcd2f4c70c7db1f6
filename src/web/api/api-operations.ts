import { getTaxYear, listTaxYears } from './api-tax-years.ts';
import { createWithholding } from './api-withholding.ts';
import { createBatch } from './batch.ts';
import { createCalculation } from './calculations.ts';
import type { Operation } from './operation.ts';

/** The operations of the API. A new operation needs a row here, its handler, its description and a test. */
export const operations: readonly Operation[] = [
  { path: '/calculations', method: 'POST', body: 'json', handler: createCalculation },
  { path: '/calculations/batch', method: 'POST', body: 'stream', handler: createBatch },
  { path: '/withholding', method: 'POST', body: 'json', handler: createWithholding },
  { path: '/tax-years', method: 'GET', body: 'none', handler: listTaxYears },
  { path: '/tax-years/{incomeYear}', method: 'GET', body: 'none', handler: getTaxYear },
];
