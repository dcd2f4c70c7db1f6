import * as z from 'zod';
import type { Calculators } from '../../model/web-services.ts';
import { type Calculation, type CalculationResult, calculate } from '../../tax/calculation-result.ts';
import { CannotCalculate } from '../../tax/cannot-calculate.ts';
import type { BoxWarning } from '../../tax/return/box-warnings.ts';
import { type AskedRates, askRates } from '../../tax/withholding/ask.ts';
import { WithholdingRefused } from '../../tax/withholding/withholding-refused.ts';
import { formatBoxWarning } from '../../words/box-warning-texts.ts';
import { issueAt } from './api-issues.ts';
import { type ApiIssue, invalidCalculation } from './api-problem.ts';
import { sendJson } from './api-response.ts';
import { calculationInput, cannotCalculate, readCalculation } from './calculation-input.ts';
import type { ApiHandler } from './operation.ts';
import { withholdingIssue } from './withholding-input.ts';

/** The body of a request for one calculation, optionally with withholding. */
export const calculationRequest = calculationInput.extend({ withholding: z.boolean().optional() });

/** `POST /calculations`: one household, explained, and on request the withholding from its pay. */
export const createCalculation: ApiHandler = (req, res, { services }) => {
  const read = readRequest(req.body, services);
  if ('issues' in read) throw invalidCalculation(read.issues);
  const result = calculated(read, req.body);
  services.metrics.calculated('api', result.method, result.incomeYear);
  const warnings = result.warnings.map(warningAnswer);
  sendJson(res, JSON.stringify({ ...result, warnings, ...noticeOf(result, req.body) }));
};

function warningAnswer(warning: BoxWarning) {
  return { boxes: warning.boxes, detail: formatBoxWarning(warning, 'en') };
}

/** The assumed year, where none was given and the method has no values for the current one. */
function noticeOf({ method, incomeYear }: CalculationResult, body: unknown): { readonly notice?: string } {
  const { incomeYear: named } = Object(body) as { readonly incomeYear?: unknown };
  return named === undefined
    ? {
        notice: `No incomeYear was named: computed for the incomes of ${incomeYear}, by the method ${method}.`,
      }
    : {};
}

interface Asked {
  readonly calculation: Calculation;
  readonly withholding: boolean;
}

function readRequest(
  body: unknown,
  calculators: Calculators,
): Asked | { readonly issues: readonly ApiIssue[] } {
  const { withholding = false } = Object(body) as { readonly withholding?: unknown };
  const read = readCalculation(hasQuestion(body) ? withoutQuestion(body) : body, calculators);
  const issues = [
    ...('issues' in read ? read.issues : []),
    ...(typeof withholding === 'boolean' ? [] : [notBoolean(body)]),
  ];
  if ('issues' in read || issues.length > 0) return { issues };
  const { calculation } = read;
  return withholding !== false && calculation.calculator.method !== 'official'
    ? { issues: [issueAt(['method'], body, 'has no rates of withholding', '"official"')] }
    : { calculation, withholding: withholding !== false };
}

function notBoolean(body: unknown): ApiIssue {
  return issueAt(['withholding'], body, 'has the wrong type', 'true or false');
}

function hasQuestion(body: unknown): body is { readonly withholding: unknown } {
  return typeof body === 'object' && body !== null && 'withholding' in body;
}

/** The rest is read like any calculation. */
function withoutQuestion({ withholding: _, ...calculation }: { readonly withholding: unknown }): object {
  return calculation;
}

/** @throws {ApiProblem} when no amount can be calculated */
function calculated(
  { calculation, withholding }: Asked,
  body: unknown,
): CalculationResult & { readonly withholding?: AskedRates } {
  const { household, incomeYear, calculator } = calculation;
  try {
    const result = calculate(calculation);
    return withholding && calculator.method === 'official'
      ? { ...result, withholding: askRates(calculator, household, incomeYear) }
      : result;
  } catch (error) {
    if (error instanceof CannotCalculate) throw invalidCalculation([cannotCalculate(error, body)], error);
    if (error instanceof WithholdingRefused)
      throw invalidCalculation([withholdingIssue(error.issue, body)], error);
    throw error;
  }
}
