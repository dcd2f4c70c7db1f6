import * as z from 'zod';
import type { Calculators } from '../../model/web-services.ts';
import type { Calculation } from '../../tax/calculation-result.ts';
import type { CannotCalculate, CannotCalculateReason } from '../../tax/cannot-calculate.ts';
import type { Household } from '../../tax/return/household.ts';
import { checkHousehold, householdFields, onEveryObject } from '../../tax/return/household-schema.ts';
import type { TaxCalculator } from '../../tax/tax-calculator.ts';
import { formatCannotCalculate } from '../../words/box-issue-texts.ts';
import { issueAt, issuesOf } from './api-issues.ts';
import type { ApiIssue } from './api-problem.ts';
import { boxesSchema, residenceSchema, withBoxes } from './boxes-input.ts';
import { readFastPath } from './fast-path.ts';

const { situation, ...otherFields } = householdFields;

type Fields = Omit<Household, 'situation' | 'boxes' | 'residence'>;
type HouseholdInput = Omit<Fields, 'declarants'> & {
  readonly status: Household['situation'];
  readonly declarants?: Household['declarants'] | undefined;
};

/** Boxes may give the declarants' income themselves. */
const NOTHING: Household['declarants'] = [{ salary: 0, pension: 0 }];

/** The household's `situation` is `status` in the API; all other fields have the same name. */
function toHousehold({
  status,
  singleParent,
  children,
  sharedCustodyChildren,
  declarants = NOTHING,
}: HouseholdInput): Household {
  return { situation: status, singleParent, children, sharedCustodyChildren, declarants };
}

/** The household of a request. */
export const householdInput = z
  .strictObject({
    status: situation,
    ...otherFields,
    declarants: otherFields.declarants.optional(),
    boxes: boxesSchema,
    residence: residenceSchema,
  })
  .superRefine((input, context) => {
    // Boxes may satisfy a rule: they are checked together, with the year.
    if (input.boxes) return;
    if (input.declarants === undefined)
      context.addIssue({ code: 'custom', path: ['declarants'], message: 'is missing' });
    checkHousehold(toHousehold(input), context);
  }, onEveryObject);

/** The body of a request for one calculation. */
export const calculationInput = z.strictObject({
  household: householdInput,
  incomeYear: z.int().optional(),
  method: z.enum(['official', 'legacy']).optional(),
});

/**
 * Reads one calculation. The method is the configured one by default; the year is the configured one or, when the method
 * has no values for it, the latest that it has.
 *
 * @param body result of `JSON.parse`
 * @returns the calculation, or every issue at once
 */
export function readCalculation(body: unknown, calculators: Calculators): CalculationReading {
  const input = readFastPath(body);
  const calculator = input && calculatorFor(input.method, calculators);
  if (!calculator) return readBySchema(body, calculators);
  const { household, incomeYear = defaultYear(calculator, calculators) } = input;
  return calculator.years.includes(incomeYear)
    ? { calculation: { household, incomeYear, calculator } }
    : readBySchema(body, calculators);
}

type CalculationReading = { readonly calculation: Calculation } | { readonly issues: readonly ApiIssue[] };

function readBySchema(body: unknown, calculators: Calculators): CalculationReading {
  const parsed = calculationInput.safeParse(body);
  const issues = parsed.success ? [] : issuesOf(parsed.error, body);
  const { method } = Object(body) as { readonly method?: unknown };
  const calculator = calculatorFor(method, calculators);
  const issue = calculator === null ? noCalculator(body) : unknownYear(body, calculator);
  if (issue) issues.push(issue);
  if (!parsed.success || calculator === null || issues.length > 0) return { issues };
  const { household: input, incomeYear = defaultYear(calculator, calculators) } = parsed.data;
  const read = withBoxes(toHousehold(input), input, incomeYear);
  if ('issues' in read)
    return { issues: read.issues.map(({ path, detail }) => issueAt(['household', ...path], body, detail)) };
  return { calculation: { household: read.household, incomeYear, calculator } };
}

const PLACES: Readonly<Record<CannotCalculateReason, readonly string[]>> = {
  cdhrNotEstablished: ['household', 'boxes'],
  boxesNeedOfficial: ['method'],
  yearWithoutReturn: ['incomeYear'],
};

/** The issue of a valid household for which there is no amount. */
export function cannotCalculate({ reason }: CannotCalculate, body: unknown): ApiIssue {
  return issueAt(PLACES[reason], body, formatCannotCalculate(reason, 'en'));
}

/** The calculator of the method, by default of the configured one. Null when no year has values for it. */
function calculatorFor(method: unknown, { tax, taxBy }: Calculators): TaxCalculator | null {
  return method === 'official' || method === 'legacy' ? taxBy(method) : tax();
}

function noCalculator(body: unknown): ApiIssue {
  return issueAt(['method'], body, 'has no values for any income year', '"official"');
}

function unknownYear(body: unknown, { method, years }: TaxCalculator): ApiIssue | null {
  const { incomeYear } = Object(body) as { readonly incomeYear?: unknown };
  if (typeof incomeYear !== 'number' || !Number.isInteger(incomeYear) || years.includes(incomeYear))
    return null;
  const detail = `has no values for the method "${method}"`;
  return issueAt(['incomeYear'], body, detail, years.join(', '));
}

function defaultYear({ years, latestYear }: TaxCalculator, { defaultIncomeYear }: Calculators): number {
  const year = defaultIncomeYear();
  return years.includes(year) ? year : latestYear;
}
