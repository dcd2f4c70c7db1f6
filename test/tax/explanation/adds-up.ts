import type { Explanation } from '../../../src/tax/explanation/explain.ts';
import type { BracketAmount, ExplanationStep } from '../../../src/tax/explanation/explanation-steps.ts';
import type { OfficialResult } from '../../../src/tax/official/official-result.ts';
import type { Household } from '../../../src/tax/return/household.ts';
import type { TaxYear } from '../../../src/tax/years/tax-year.ts';

interface Explained {
  readonly household: Household;
  readonly result: OfficialResult;
  readonly year: TaxYear;
  readonly explanation: Explanation;
}

const cents = (euros: number) => Math.round(euros * 100);
const sum = (amounts: readonly number[]) => amounts.reduce((total, amount) => total + amount, 0);

/** Brackets whose amounts make the income and whose taxes, to the cent, make the tax. */
function scaleAddsUp(
  { brackets, rounding }: { brackets: readonly BracketAmount[]; rounding: number },
  income: number,
  tax: number,
): boolean {
  const taxes = brackets.map((bracket) => cents(bracket.tax));
  return (
    sum(brackets.map(({ amount }) => amount)) === income &&
    sum(taxes) + cents(rounding) === cents(tax) &&
    // Half a euro of the step, and half a cent of each bracket.
    Math.abs(rounding) <= 0.5 + 0.005 * brackets.length &&
    brackets.every((bracket) => Math.abs(bracket.tax - bracket.amount * bracket.rate) <= 0.00501)
  );
}

/** What is left of an amount when a small total is not collected. */
function collected(amount: number, total: number, threshold: number): number {
  return amount > 0 && total < threshold ? 0 : amount;
}

/** Whether a step makes `after` of `before` with the figures that it names. */
export function addsUp(step: ExplanationStep, { total }: OfficialResult): boolean {
  const { before, after } = step;
  switch (step.id) {
    case 'incomes':
      return (
        before === 0 && after === sum(step.declarants.flatMap(({ salary, pension }) => [salary, pension]))
      );
    case 'wageAllowance':
      return (
        after === before - step.amount && step.amount === sum(step.allowances.map(({ amount }) => amount))
      );
    case 'pensionAllowance':
      return (
        after === before - step.amount &&
        step.sum === sum(step.allowances.map(({ amount }) => amount)) &&
        step.amount === Math.min(step.sum, step.max)
      );
    case 'taxableIncome':
      return after === before - step.wageAllowance - step.pensionAllowance;
    case 'shares': {
      const { childShares, sharedCustodyShares, singleParentShares, widowedShares, otherShares } = step;
      const added = childShares + sharedCustodyShares + singleParentShares + widowedShares + otherShares;
      return after === before + added && otherShares >= 0;
    }
    case 'quotient':
      return after === before / step.shares;
    case 'scale':
    case 'adultScale':
      return scaleAddsUp(step, before, after);
    case 'familyQuotientCap':
      return after === before + step.added && after === Math.max(before, step.taxWithAdultShares - step.cap);
    case 'widowedReduction':
      return after === before - step.amount && step.amount <= step.max;
    case 'decote': {
      const relief = Math.max(0, Math.round(step.max - step.rate * before + 1e-9));
      return after === before - step.amount && step.amount === Math.min(before, relief);
    }
    case 'modestReduction': {
      const { taxableIncome: income, fullBelow, nilFrom, rate } = step;
      const part = Math.min(1, Math.max(0, (nilFrom - income) / (nilFrom - fullBelow)));
      return after === before - step.amount && Math.abs(step.amount - rate * part * before) <= 0.5000001;
    }
    case 'cehr':
      return after === before + step.amount && scaleAddsUp(step, step.taxableIncome, step.amount);
    case 'collection':
      return after === collected(before, total, step.threshold);
    default:
      return after === before + step.amount;
  }
}

/** What leaves a step enters the next one of its chain: incomes, and then the tax. */
const INCOME_CHAIN = ['incomes', 'wageAllowance', 'pensionAllowance'];
const TAX_CHAIN = [
  'scale',
  'familyQuotientCap',
  'widowedReduction',
  'decote',
  'modestReduction',
  'cehr',
  'collection',
];

export function brokenLinks(steps: readonly ExplanationStep[], chain: readonly string[]): string[] {
  const links = steps.filter(({ id }) => chain.includes(id));
  return links.flatMap(({ id, before }, index) => {
    const previous = links[index - 1];
    return previous && previous.after !== before ? [`${previous.id} does not lead to ${id}`] : [];
  });
}

/** What the result says of the same amounts. */
const AFTER: Readonly<Partial<Record<ExplanationStep['id'], keyof OfficialResult>>> = {
  taxableIncome: 'taxableIncome',
  shares: 'shares',
  scale: 'taxWithAllShares',
  adultScale: 'taxWithAdultShares',
  modestReduction: 'incomeTax',
  cehr: 'total',
  collection: 'amountDue',
};
const AMOUNT: Readonly<Partial<Record<ExplanationStep['id'], keyof OfficialResult>>> = {
  wageAllowance: 'wageAllowance',
  pensionAllowance: 'pensionAllowance',
  widowedReduction: 'widowedReduction',
  decote: 'decote',
  modestReduction: 'reduction',
  cehr: 'cehr',
};

/** A step that says something else than the result. */
function otherwise(step: ExplanationStep, result: OfficialResult): boolean {
  const after = AFTER[step.id];
  const amount = AMOUNT[step.id];
  if (after && step.after !== result[after]) return true;
  if (step.id === 'familyQuotientCap' && step.cap !== result.familyQuotientCap) return true;
  return amount !== undefined && (!('amount' in step) || step.amount !== result[amount]);
}

/** Amounts of the result that no step says. */
function untold(steps: readonly ExplanationStep[], result: OfficialResult): string[] {
  const told = new Set<string>(steps.map(({ id }) => id));
  const amounts = Object.entries(AMOUNT).filter(([, field]) => result[field] !== 0);
  return [...amounts.map(([id]) => id), ...(result.capped ? ['familyQuotientCap'] : [])].filter(
    (id) => !told.has(id),
  );
}

/** Everything in an explanation that does not add up; empty for a right one. */
export function issuesOf({ result, year, explanation }: Explained): string[] {
  const { steps, amountDue, incomeYear } = explanation;
  const last = steps.at(-1);
  return [
    ...steps
      .filter((step) => !addsUp(step, result))
      .map((step) => `does not add up: ${JSON.stringify(step)}`),
    ...brokenLinks(steps, INCOME_CHAIN),
    ...brokenLinks(steps, TAX_CHAIN),
    ...steps.filter((step) => otherwise(step, result)).map(({ id }) => `${id}: not what the result says`),
    ...untold(steps, result).map((id) => `${id} is missing`),
    ...(last?.id === 'collection' && last.after === amountDue ? [] : ['does not end with the amount due']),
    ...(amountDue === result.amountDue ? [] : ['another amount due']),
    ...(incomeYear === year.incomeYear ? [] : ['another year']),
  ];
}
