import { type Calculation, type CalculationResult, calculate } from '../../tax/calculation-result.ts';
import { CannotCalculate } from '../../tax/cannot-calculate.ts';
import { invalidCalculation } from './api-problem.ts';
import { sendJson } from './api-response.ts';
import { cannotCalculate, readCalculation } from './calculation-input.ts';
import type { ApiHandler } from './operation.ts';

/** `POST /calculations`: one household, explained. */
export const createCalculation: ApiHandler = (req, res, { services }) => {
  const read = readCalculation(req.body, services);
  if ('faults' in read) throw invalidCalculation(read.faults);
  const result = calculated(read.calculation, req.body);
  services.meters.calculated('api', result.method, result.incomeYear);
  sendJson(res, JSON.stringify({ ...result, ...noticeOf(result, req.body) }));
};

/** Which year was assumed, where none was named and the method's is not the present one. */
function noticeOf({ method, incomeYear }: CalculationResult, body: unknown): { readonly notice?: string } {
  const { incomeYear: named } = Object(body) as { readonly incomeYear?: unknown };
  return named === undefined
    ? {
        notice: `No incomeYear was named: computed for the incomes of ${incomeYear}, by the method ${method}.`,
      }
    : {};
}

/** @throws {ApiProblem} when there is no amount to answer with */
function calculated(calculation: Calculation, body: unknown): CalculationResult {
  try {
    return calculate(calculation);
  } catch (error) {
    if (!(error instanceof CannotCalculate)) throw error;
    throw invalidCalculation([cannotCalculate(error, body)], error);
  }
}
