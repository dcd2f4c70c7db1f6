import * as z from 'zod';
import type { Calculators } from '../../model/web-services.ts';
import type { Calculation } from '../../tax/calculation-result.ts';
import { MAX_INCOME } from '../../tax/return/bounds.ts';
import { residenceNamed } from '../../tax/return/residence.ts';
import { RATE_KINDS, type WithholdingQuestion } from '../../tax/withholding/question.ts';
import type { WithholdingIssue } from '../../tax/withholding/withholding-refused.ts';
import { issueAt, issuesOf } from './api-issues.ts';
import type { ApiIssue } from './api-problem.ts';
import { calculationInput, readCalculation } from './calculation-input.ts';

const pay = z.number().max(MAX_INCOME).nullable();

/** The question besides the household. Pays are above 0: the arithmetic refuses others. */
const question = {
  monthlyPay: z.array(pay).min(1).max(2).optional(),
  territory: z.union([z.string(), z.int()]).optional(),
  date: z.iso.date().optional(),
  rates: z.array(z.enum(RATE_KINDS)).min(1).max(RATE_KINDS.length).optional(),
};

const { household, incomeYear } = calculationInput.shape;

/** The body of a request for withholding. */
export const withholdingInput = z.strictObject({ household, incomeYear, ...question });

/** The same without the household and the year, which are read elsewhere. */
const questionInput = z.strictObject({
  household: z.unknown().optional(),
  incomeYear: z.unknown().optional(),
  ...question,
});

export type WithholdingReading =
  | { readonly calculation: Calculation; readonly question: WithholdingQuestion }
  | { readonly issues: readonly ApiIssue[] };

/**
 * Reads the household like a calculation, always by the official method, and the question.
 *
 * @param body result of `JSON.parse`
 * @returns both, or every issue at once
 */
export function readWithholding(body: unknown, calculators: Calculators): WithholdingReading {
  const parsed = questionInput.safeParse(body);
  const issues = parsed.success ? [] : issuesOf(parsed.error, body);
  if (issues.some(({ pointer }) => pointer === '')) return { issues };
  const asked = Object(body) as { readonly household?: unknown; readonly incomeYear?: unknown };
  const read = readCalculation(calculationBody(asked), calculators);
  if ('issues' in read) return { issues: [...read.issues, ...issues] };
  if (!parsed.success) return { issues };
  const { monthlyPay, territory, date, rates } = parsed.data;
  if (typeof monthlyPay?.[1] === 'number' && read.calculation.household.situation !== 'couple')
    return {
      issues: [issueAt(['monthlyPay', 1], body, 'belongs to the second person, whom only a couple has')],
    };
  return {
    calculation: read.calculation,
    question: { monthlyPay, territory: territoryNamed(territory), date, rates },
  };
}

function calculationBody({ household, incomeYear }: { household?: unknown; incomeYear?: unknown }): unknown {
  return { household, ...(incomeYear !== undefined && { incomeYear }), method: 'official' };
}

/** The place's name in the grids; an unknown name is passed on, to be refused. */
function territoryNamed(territory: string | number | undefined): string | undefined {
  if (territory === undefined) return undefined;
  return residenceNamed(String(territory)) ?? String(territory);
}

/** The issue of a question whose fields are valid. */
export function withholdingIssue(issue: WithholdingIssue, body: unknown): ApiIssue {
  switch (issue.code) {
    case 'payNotPositive':
      return issueAt(['monthlyPay', issue.declarant - 1], body, 'is not above 0');
    case 'yearWithoutRates':
      return issueAt(
        ['incomeYear'],
        body,
        `the rules of withholding are not established for the incomes of ${issue.year}`,
        `${issue.from} or later`,
      );
    case 'dateWithoutGrid':
      return issueAt(
        ['date'],
        body,
        'has no grid of the neutral rate',
        `a day from ${issue.first} to ${issue.last}`,
      );
    case 'unknownTerritory':
      return issueAt(['territory'], body, 'has no grid of the neutral rate', issue.known.join(', '));
    case 'alone':
      return issueAt(['rates'], body, 'somebody alone has no individual rates', '"household" and "neutral"');
  }
}
