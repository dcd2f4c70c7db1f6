import type { WebServices } from '../../model/web-services.ts';
import type { Method } from '../../tax/tax-result.ts';
import type { TaxYearDocument } from '../../tax/years/tax-year-document.ts';
import { excerpt } from '../http/limits.ts';
import { issueAt } from './api-issues.ts';
import { ApiProblem } from './api-problem.ts';
import { sendTagged } from './api-response.ts';
import type { ApiHandler } from './operation.ts';

/** Only the client caches it, and validates it each time: imported tax values apply at once. */
const CACHING = 'private, no-cache';

/** A tax year as the API shows it: whole euros, rates as fractions, the legal source of each value. */
export interface TaxYearAnswer extends TaxYearDocument {
  readonly methods: readonly Method[];
}

/** The answer of `GET /tax-years`. */
export interface TaxYearsAnswer {
  /** The year of a calculation that gives none. */
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
  sendTagged(req, res, JSON.stringify(answer), CACHING);
};

/** `GET /tax-years/{incomeYear}` */
export const getTaxYear: ApiHandler = (req, res, { services }) => {
  const asked = String(req.params.incomeYear);
  const years = knownYears(services);
  const found = years.find(({ incomeYear }) => String(incomeYear) === asked);
  if (!found) {
    const known = years.map(({ incomeYear }) => incomeYear).join(', ');
    const issue = issueAt(['incomeYear'], { incomeYear: asked }, 'has no values', known);
    throw new ApiProblem('not-found', `There are no values for the income year ${excerpt(asked)}.`, {
      issues: [issue],
    });
  }
  sendTagged(req, res, JSON.stringify(found), CACHING);
};

/** The years of the official method, which has values for all; `legacy` has some of them. */
function knownYears({ taxBy }: Pick<WebServices, 'taxBy'>): readonly TaxYearAnswer[] {
  const calculator = taxBy('official');
  return (calculator?.years ?? []).flatMap((year) => {
    const values = calculator?.yearValues(year);
    return values ? [{ ...values, methods: values.legacy ? ['official', 'legacy'] : ['official'] }] : [];
  });
}
