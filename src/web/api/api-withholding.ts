import { CannotCalculate } from '../../tax/cannot-calculate.ts';
import { askWithholding } from '../../tax/withholding/ask.ts';
import type { Withholding } from '../../tax/withholding/withholding.ts';
import { WithholdingRefused } from '../../tax/withholding/withholding-refused.ts';
import { invalidCalculation } from './api-problem.ts';
import { sendJson } from './api-response.ts';
import { cannotCalculate } from './calculation-input.ts';
import type { ApiHandler } from './operation.ts';
import { readWithholding, type WithholdingReading, withholdingIssue } from './withholding-input.ts';

/** `POST /withholding`: the rates of one household and the withholding from its pay, explained. */
export const createWithholding: ApiHandler = (req, res, { services }) => {
  const read = readWithholding(req.body, services);
  if ('issues' in read) throw invalidCalculation(read.issues);
  const answer = withheld(read, req.body);
  services.metrics.calculated('withholding', 'official', answer.incomeYear);
  sendJson(res, JSON.stringify(answer));
};

type Asked = Exclude<WithholdingReading, { readonly issues: unknown }>;

/** @throws {ApiProblem} when no rate can be calculated */
function withheld({ calculation, question }: Asked, body: unknown): Withholding {
  const { household, incomeYear, calculator } = calculation;
  if (calculator.method !== 'official') throw new Error('only the official method has rates');
  try {
    return askWithholding(calculator, household, incomeYear, question);
  } catch (error) {
    if (error instanceof WithholdingRefused)
      throw invalidCalculation([withholdingIssue(error.issue, body)], error);
    if (error instanceof CannotCalculate) throw invalidCalculation([cannotCalculate(error, body)], error);
    throw error;
  }
}
