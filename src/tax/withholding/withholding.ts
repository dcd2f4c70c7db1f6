import type { Assessment } from '../rules/calculate-household.ts';
import { FIRST_RATE_YEAR } from './first-rate-year.ts';
import { type LeftOut, leftOutOf } from './left-out.ts';
import type { NeutralGrid } from './neutral-grid.ts';
import { type NeutralPlan, neutralPlan } from './neutral-plan.ts';
import { type OwnKind, type OwnRates, ownRatesOf } from './own-rates.ts';
import { monthsOf, type Plan, planOf, type Settled } from './plan.ts';
import { type Pay, paysOf, type WithholdingQuestion, wants } from './question.ts';
import { asFraction } from './rate.ts';
import type { WithholdingStep } from './rate-steps.ts';
import { microBusinessOf, scopeOf } from './scope.ts';
import { standardKind } from './standard-kind.ts';
import { WithholdingRefused } from './withholding-refused.ts';

/** The household's own rates as fractions, one for each declarant, with their steps and the withholding. */
export interface OwnPlan extends Plan {
  readonly rates: readonly number[];
  readonly steps: readonly WithholdingStep[];
}

/** The withholding from a household's pay. */
export interface Withholding {
  readonly incomeYear: number;
  /** The first and the last month in which the own rates apply: `2026-09`. */
  readonly from: string;
  readonly to: string;
  /** The tax of the return, reductions and credits included, whole euros; negative: refunded. */
  readonly amountDue: number;
  /** The kind that applies by default. */
  readonly standard: OwnKind;
  /** Null where it is not wanted or cannot be calculated. */
  readonly household: OwnPlan | null;
  /** Null also for a single person. */
  readonly individual: OwnPlan | null;
  /** Null where it is not wanted, or no year has a grid. */
  readonly neutral: NeutralPlan | null;
  /** Why own rates cannot be calculated. */
  readonly leftOut: readonly LeftOut[];
  /** Rents and micro-businesses, net, whole euros: their tax is paid by instalments, which are not in the plans and balances. */
  readonly incomeWithoutPay: number;
}

/**
 * The rates of a household's return and the withholding from its pay (CGI 204 A to 204 N).
 *
 * @param grids of the neutral rate, in the order of their days
 * @throws {WithholdingRefused}
 */
export function withholding(
  assessment: Assessment,
  question: WithholdingQuestion,
  grids: readonly NeutralGrid[],
): Withholding {
  const { year, residence } = assessment.filled;
  if (year < FIRST_RATE_YEAR)
    throw new WithholdingRefused({ code: 'yearWithoutRates', year, from: FIRST_RATE_YEAR });
  const scope = scopeOf(assessment);
  const leftOut = leftOutOf(assessment);
  const own = ownRatesOf(assessment, scope, leftOut, question);
  const standard = standardKind(assessment.filled);
  const pays = paysOf(scope, question);
  const months = monthsOf(year);
  const settled = { months, amountDue: assessment.result.settlement.amountDue };
  const ownPlan = (kind: OwnKind) => (wants(question, kind) ? planOfOwn(own[kind], pays, settled) : null);
  const place = { territory: question.territory ?? residence, date: question.date ?? latestDay(grids) };
  const hasNeutral = wants(question, 'neutral') && grids.length > 0;
  const standardRates = own[standard]?.rates ?? null;
  return {
    incomeYear: year,
    from: months.at(0) ?? '',
    to: months.at(-1) ?? '',
    amountDue: settled.amountDue,
    standard,
    household: ownPlan('household'),
    individual: ownPlan('individual'),
    neutral: hasNeutral ? neutralPlan(pays, place, grids, standardRates, settled) : null,
    leftOut,
    incomeWithoutPay: scope.property + microBusinessOf(scope),
  };
}

function planOfOwn(own: OwnRates | null, pays: readonly Pay[], settled: Settled): OwnPlan | null {
  if (own === null) return null;
  const { rates, steps } = own;
  const people = pays.map((pay) => ({ ...pay, rate: rates[pay.declarant - 1] ?? 0 }));
  return { rates: rates.map(asFraction), steps, ...planOf(people, settled) };
}

function latestDay(grids: readonly NeutralGrid[]): string {
  return grids.at(-1)?.from ?? '';
}
