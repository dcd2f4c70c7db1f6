import { describe, expect, it } from 'vitest';
import { CannotCalculate } from '../../../src/tax/cannot-calculate.ts';
import { explain } from '../../../src/tax/explanation/explain.ts';
import { calculateOfficial } from '../../../src/tax/official/official.ts';
import { householdOf, isEveryday } from '../../../src/tax/return/household-boxes.ts';
import { calculateEveryday } from '../../../src/tax/rules/calculate-household.ts';
import { createTaxCalculator } from '../../../src/tax/tax-calculator.ts';
import { firstOf, taxYear, taxYears } from '../fixtures.ts';
import { preparedYear, type ReturnCase, readReturnCases } from '../rules/return-cases.ts';
import { addsUp, brokenLinks } from './adds-up.ts';

const calculator = createTaxCalculator({ method: 'official', years: taxYears() });

const legacy = createTaxCalculator({ method: 'legacy', years: taxYears() });
const later = createTaxCalculator({
  method: 'official',
  years: [{ ...taxYear(2025), incomeYear: 2026, return: null }],
});

const INCOME = [
  ...[
    'incomes',
    'wageAllowance',
    'pensionAllowance',
    'property',
    'capitalIncome',
    'microBusiness',
    'deficit',
    'csg',
  ],
  ...['alimonyPaid', 'retirementSavings', 'ageAllowance', 'attachedChildren', 'taxableIncome'],
];
const TAX = [
  ...['scale', 'familyQuotientCap', 'furtherReduction', 'overseas', 'decote', 'modestReduction', 'aidGifts'],
  ...['nursingHome', 'schooling', 'gifts', 'flatTax', 'cehr', 'cdhr', 'homeHelp', 'childCare', 'nicheCap'],
  ...['unionDues', 'advanceLevy', 'collection', 'withheld'],
];

function raise(reason: string): never {
  throw new Error(reason);
}

function issuesOf({ id, filled }: ReturnCase): string[] {
  const household = householdOf(filled.situation, filled.boxes, filled.residence);
  const prepared = preparedYear(filled.year) ?? raise(`no values for ${filled.year}`);
  const result = isEveryday(household)
    ? calculateEveryday(household, filled.year, prepared)
    : calculateOfficial(household, prepared.base);
  const { steps } = explain(household, result, taxYear(filled.year));
  const chains = isEveryday(household) ? [...brokenLinks(steps, INCOME), ...brokenLinks(steps, TAX)] : [];
  const wrong = steps.filter((step) => !addsUp(step, result)).map((step) => JSON.stringify(step));
  const end = steps.at(-1)?.after === result.balance ? [] : ['does not end with the balance'];
  return [...chains, ...wrong, ...end].map((issue) => `${id}: ${issue}`);
}

describe('the steps of a whole return', () => {
  it('add up for every case', () => {
    expect(firstOf(readReturnCases(), issuesOf)).toEqual([]);
  });
});

describe('what cannot be calculated', () => {
  const reasonOf = (calculate: () => unknown) => {
    try {
      return calculate();
    } catch (error) {
      return error instanceof CannotCalculate ? error.reason : error;
    }
  };
  const rich = householdOf('single', { '2TR': 400_000, '7UF': 100 });
  const giver = householdOf('single', { '1AJ': 30_000, '7UF': 100 });

  it('is told with its reason', () => {
    expect(reasonOf(() => calculator.calculate(rich, 2025))).toBe('cdhrNotEstablished');
    expect(reasonOf(() => legacy.calculate(giver, 2018))).toBe('boxesNeedOfficial');
    expect(reasonOf(() => later.calculate(giver, 2026))).toBe('yearWithoutReturn');
    expect(calculator.calculate(giver, 2025)).toMatchObject({ amountDue: 1_498, reductions: 66 });
  });
});
