import { MAX_CHILDREN, MAX_INCOME } from '../../tax/return/bounds.ts';
import type { Declarant, Household, Situation } from '../../tax/return/household.ts';
import { brokenRules } from '../../tax/return/household-rules.ts';
import type { Method } from '../../tax/tax-result.ts';

/** The content of a body, as `calculationInput` would read it. */
export interface FastPathInput {
  readonly household: Household;
  readonly incomeYear: number | undefined;
  readonly method: Method | undefined;
}

const BODY = new Set(['household', 'incomeYear', 'method']);
const HOUSEHOLD = new Set(['status', 'singleParent', 'children', 'sharedCustodyChildren', 'declarants']);
const DECLARANT = new Set(['salary', 'pension']);

/**
 * Reads a valid body, as nearly all are, several times faster than the schema. Null for any other body: the schema
 * decides and lists the issues.
 *
 * @param body result of `JSON.parse`
 */
export function readFastPath(body: unknown): FastPathInput | null {
  if (!isObjectOf(BODY, body)) return null;
  const { incomeYear, method } = body;
  const household = readHousehold(body.household);
  if (household === null || !isYear(incomeYear) || !isMethod(method)) return null;
  return { household, incomeYear, method };
}

function readHousehold(value: unknown): Household | null {
  if (!isObjectOf(HOUSEHOLD, value)) return null;
  const { status, singleParent = false, children = 0, sharedCustodyChildren = 0 } = value;
  const declarants = readDeclarants(value.declarants);
  if (
    !isSituation(status) ||
    typeof singleParent !== 'boolean' ||
    !isCount(children, MAX_CHILDREN) ||
    !isCount(sharedCustodyChildren, MAX_CHILDREN) ||
    declarants === null
  )
    return null;
  const household = { situation: status, singleParent, children, sharedCustodyChildren, declarants };
  return brokenRules(household).length === 0 ? household : null;
}

function readDeclarants(value: unknown): Household['declarants'] | null {
  if (!Array.isArray(value) || value.length > 2) return null;
  const first = readDeclarant(value[0]);
  if (first === null || value.length === 1) return first && [first];
  const second = readDeclarant(value[1]);
  return second && [first, second];
}

function readDeclarant(value: unknown): Declarant | null {
  if (!isObjectOf(DECLARANT, value)) return null;
  const { salary = 0, pension = 0 } = value;
  return isCount(salary, MAX_INCOME) && isCount(pension, MAX_INCOME) ? { salary, pension } : null;
}

/** Whether it is an object without other members. */
function isObjectOf(members: ReadonlySet<string>, value: unknown): value is Record<string, unknown> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  for (const name in value) if (!members.has(name)) return false;
  return true;
}

function isCount(value: unknown, max: number): value is number {
  return Number.isInteger(value) && (value as number) >= 0 && (value as number) <= max;
}

function isYear(value: unknown): value is number | undefined {
  return value === undefined || Number.isSafeInteger(value);
}

function isMethod(value: unknown): value is Method | undefined {
  return value === undefined || value === 'official' || value === 'legacy';
}

function isSituation(value: unknown): value is Situation {
  return value === 'single' || value === 'couple' || value === 'widowed';
}
