import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { explain } from '../../../src/tax/explanation/explain.ts';
import type { ExplanationStep, StepId } from '../../../src/tax/explanation/explanation-steps.ts';
import { calculateOfficial } from '../../../src/tax/official/official.ts';
import { type PreparedYear, prepareYear } from '../../../src/tax/official/prepared-year.ts';
import { type Household, shortHousehold } from '../../../src/tax/return/household.ts';
import type { TaxYearDocument } from '../../../src/tax/years/tax-year-document.ts';
import { firstOf, readTaxCases, taxYear, taxYears } from '../fixtures.ts';
import { households } from '../households.ts';
import { issuesOf } from './adds-up.ts';

interface Year {
  readonly values: TaxYearDocument;
  readonly prepared: PreparedYear;
}

const preparedYears = new Map<number, Year>(
  taxYears().map((values) => [values.incomeYear, { values, prepared: prepareYear(values) }]),
);

function explained(household: Household, { values, prepared }: Year) {
  const result = calculateOfficial(household, prepared);
  return { household, result, year: values, explanation: explain(household, result, values) };
}

describe('the steps add up', () => {
  it('for every kind of household in every year', () => {
    fc.assert(
      fc.property(households, fc.constantFrom(...preparedYears.values()), (household, year) => {
        expect(issuesOf(explained(household, year))).toEqual([]);
      }),
      { numRuns: 3000 },
    );
  });

  it('for the 8,773 households of tax-cases.csv', () => {
    const issues = firstOf(readTaxCases(), ({ id, incomeYear, household, columns }) => {
      const year = preparedYears.get(incomeYear);
      if (!year) return [`${id}: no year`];
      const { explanation, ...rest } = explained(household, year);
      const due = explanation.amountDue === Number(columns.final) ? [] : ['another amount due'];
      return [...issuesOf({ explanation, ...rest }), ...due].map((issue) => `${id}: ${issue}`);
    });
    expect(issues).toEqual([]);
  });
});

describe('which steps there are', () => {
  const ids = (household: Household, incomeYear: number): StepId[] => {
    const values = taxYear(incomeYear);
    return explained(household, { values, prepared: prepareYear(values) }).explanation.steps.map(
      ({ id }) => id,
    );
  };

  it.each<[string, Household, number, StepId[]]>([
    [
      'nothing earned',
      shortHousehold(false, 0, 0),
      2025,
      ['incomes', 'taxableIncome', 'shares', 'quotient', 'scale', 'collection'],
    ],
    [
      'a salary alone, in a year with the reduction',
      shortHousehold(false, 0, 20_000),
      2018,
      [
        'incomes',
        'wageAllowance',
        'taxableIncome',
        'shares',
        'quotient',
        'scale',
        'decote',
        'modestReduction',
        'collection',
      ],
    ],
    [
      'a widowed parent with a pension, capped',
      {
        ...shortHousehold(false, 1, 0),
        situation: 'widowed',
        declarants: [{ salary: 0, pension: 90_000 }],
      },
      2025,
      [
        'incomes',
        'pensionAllowance',
        'taxableIncome',
        'shares',
        'quotient',
        'scale',
        'adultScale',
        'familyQuotientCap',
        'widowedReduction',
        'decote',
        'collection',
      ],
    ],
    [
      'a high income',
      shortHousehold(false, 0, 400_000),
      2025,
      [
        'incomes',
        'wageAllowance',
        'taxableIncome',
        'shares',
        'quotient',
        'scale',
        'decote',
        'cehr',
        'collection',
      ],
    ],
  ])('%s', (_, household, incomeYear, expected) => expect(ids(household, incomeYear)).toEqual(expected));
});

describe('the figures of a step', () => {
  const values = taxYear(2025);
  const year = { values, prepared: prepareYear(values) };

  function step<Id extends StepId>(household: Household, id: Id): Extract<ExplanationStep, { id: Id }> {
    const found = explained(household, year).explanation.steps.find((each) => each.id === id);
    if (!found) throw new Error(`no step ${id}`);
    return found as Extract<ExplanationStep, { id: Id }>;
  }

  it.each([
    [300, { flat: 30, basis: 'income', amount: 300 }],
    [2000, { flat: 200, basis: 'min', amount: 509 }],
    [30_000, { flat: 3000, basis: 'rate', amount: 3000 }],
    [200_000, { flat: 20_000, basis: 'max', amount: 14_555 }],
  ])('the wage allowance of %i €', (salary, allowance) => {
    expect(step(shortHousehold(false, 0, salary), 'wageAllowance')).toMatchObject({
      rate: 0.1,
      min: 509,
      max: 14_555,
      allowances: [{ declarant: 1, income: salary, ...allowance }],
      sources: values.sources.wageAllowance,
    });
  });

  it('the second declarant’s pension, within the household’s ceiling', () => {
    const household: Household = {
      ...shortHousehold(true, 0, 0),
      declarants: [
        { salary: 20_000, pension: 0 },
        { salary: 0, pension: 60_000 },
      ],
    };
    expect(step(household, 'pensionAllowance')).toMatchObject({
      before: 78_000,
      allowances: [{ declarant: 2, income: 60_000, flat: 6000, basis: 'rate', amount: 6000 }],
      sum: 6000,
      max: 4439,
      amount: 4439,
      after: 73_561,
    });
  });

  it('the brackets of 3 shares, with what rounding adds', () => {
    expect(step(shortHousehold(true, 2, 100_001), 'scale')).toEqual({
      id: 'scale',
      before: 90_001,
      after: 6312,
      shares: 3,
      brackets: [
        { from: 0, to: 11_600, rate: 0, amount: 34_800, tax: 0 },
        { from: 11_600, to: 29_579, rate: 0.11, amount: 53_937, tax: 5933.07 },
        { from: 29_579, to: 84_577, rate: 0.3, amount: 1264, tax: 379.2 },
      ],
      rounding: -0.27,
      sources: values.sources.brackets,
    });
  });

  it('the shares of each kind', () => {
    const household: Household = {
      ...shortHousehold(false, 2, 50_000),
      singleParent: true,
      sharedCustodyChildren: 1,
    };
    expect(step(household, 'shares')).toMatchObject({
      before: 1,
      children: 2,
      childShares: 1,
      sharedCustodyChildren: 1,
      sharedCustodyShares: 0.5,
      singleParentShares: 0.5,
      widowedShares: 0,
      after: 3,
    });
    expect(step(household, 'familyQuotientCap')).toMatchObject({
      extraShares: 2,
      perHalfShare: 1807,
      singleParent: 4262,
      cap: 4262 + 2 * 1807,
    });
  });

  it('a tax that is too little to be collected', () => {
    expect(step(shortHousehold(false, 0, 19_400), 'collection')).toMatchObject({
      before: 40,
      threshold: 61,
      after: 0,
    });
  });
});
