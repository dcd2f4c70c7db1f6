import { hash } from 'node:crypto';
import type { Request, Response } from 'express';
import type { Method } from '../../tax/calculation.ts';
import type { TaxYear } from '../../tax/tax-year.ts';
import { shown } from '../inputs/limits.ts';
import type { WebServices } from '../services.ts';
import { ApiProblem } from './api-problem.ts';
import { apiHeaders, sendJson } from './api-response.ts';
import { faultAt } from './faults.ts';
import type { ApiHandler } from './operation.ts';

/** A tax year as the API shows it: whole euros, rates as fractions, the legal source of each value. */
export interface TaxYearAnswer extends TaxYear {
  readonly methods: readonly Method[];
}

/** What `GET /tax-years` answers. */
export interface TaxYearsAnswer {
  /** What a calculation gets that names none. */
  readonly defaultIncomeYear: number;
  readonly defaultMethod: Method;
  /** Ascending. */
  readonly taxYears: readonly TaxYearAnswer[];
}

/** `GET /tax-years`: all income years with their values. */
export const listTaxYears: ApiHandler = (req, res, { services }) => {
  const answer: TaxYearsAnswer = {
    defaultIncomeYear: services.defaultIncomeYear(),
    defaultMethod: services.tax().method,
    taxYears: knownYears(services),
  };
  sendTagged(req, res, JSON.stringify(answer));
};

/** `GET /tax-years/{incomeYear}` */
export const getTaxYear: ApiHandler = (req, res, { services }) => {
  const asked = String(req.params.incomeYear);
  const years = knownYears(services);
  const found = years.find(({ incomeYear }) => String(incomeYear) === asked);
  if (!found) {
    const known = years.map(({ incomeYear }) => incomeYear).join(', ');
    const fault = faultAt(['incomeYear'], { incomeYear: asked }, 'has no values', known);
    throw new ApiProblem('not-found', `There are no values for the income year ${shown(asked)}.`, {
      faults: [fault],
    });
  }
  sendTagged(req, res, JSON.stringify(found));
};

/** The years of the official method: it has values for all, and `course` for some of them. */
function knownYears({ taxBy }: Pick<WebServices, 'taxBy'>): readonly TaxYearAnswer[] {
  const office = taxBy('official');
  return (office?.years ?? []).flatMap((year) => {
    const values = office?.yearValues(year);
    return values ? [{ ...values, methods: values.course ? ['official', 'course'] : ['official'] }] : [];
  });
}

/** Sends with a strong ETag, or 304 to who has it already (RFC 9110 §8.8.3, §13.1.2). */
function sendTagged(req: Request, res: Response, text: string): void {
  const headers = {
    ...apiHeaders,
    // Kept by the program itself, and asked about each time: an import of tax values counts at once.
    'Cache-Control': 'private, no-cache',
    ETag: `"${hash('sha256', text, 'base64url').slice(0, 27)}"`,
  };
  for (const [name, value] of Object.entries(headers)) res.setHeader(name, value);
  if (req.fresh) res.status(304).end();
  else sendJson(res, text, headers);
}
