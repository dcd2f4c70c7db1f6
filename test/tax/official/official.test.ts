import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { amountCollected } from '../../../src/tax/official/collection.ts';
import { calculateOfficial } from '../../../src/tax/official/official.ts';
import { prepareYear } from '../../../src/tax/official/prepared-year.ts';
import { MAX_CHILDREN, MAX_INCOME } from '../../../src/tax/return/bounds.ts';
import { type Household, shortHousehold } from '../../../src/tax/return/household.ts';
import { taxYear, taxYears } from '../fixtures.ts';
import { households } from '../households.ts';
import { referenceTax } from './reference.ts';

const values = taxYears();
const years = values.map((year) => ({ values: year, prepared: prepareYear(year) }));
const anyYear = fc.constantFrom(...years);
const in2018 = prepareYear(taxYear(2018));

const alone = (salary: number, more: Partial<Household> = {}): Household => ({
  ...shortHousehold(false, 0, salary),
  ...more,
});

describe('the administration’s simulator, incomes of 2018', () => {
  it.each([
    [true, 2, 55555, 2815],
    [true, 2, 50000, 1385],
    [true, 3, 50000, 0],
    [false, 2, 100000, 19884],
    [false, 3, 100000, 16782],
    [true, 3, 100000, 9200],
    [true, 5, 100000, 4230],
    [false, 0, 100000, 22986],
    [true, 2, 30000, 0],
    [false, 0, 200000, 64211],
    [true, 3, 200000, 42843],
  ])('married %s, %i children, %i € → %i €', (married, children, salary, tax) => {
    expect(calculateOfficial(shortHousehold(married, children, salary), in2018).amountDue).toBe(tax);
  });
});

describe('a result explains itself', () => {
  it('a single person in every step', () => {
    expect(calculateOfficial(alone(20000), in2018)).toEqual({
      amountDue: 618,
      referenceIncome: 18_000,
      reductions: 0,
      credits: 0,
      withheld: 0,
      balance: 618,
      everyday: null,
      surcharge: 0,
      decote: 352,
      reduction: 155,
      rate: 0.14,
      allowances: [{ salary: 2000, pension: 0 }],
      wageAllowance: 2000,
      pensionAllowance: 0,
      taxableIncome: 18000,
      shares: 1,
      adultShares: 1,
      taxWithAllShares: 1125,
      taxWithAdultShares: 1125,
      familyQuotientCap: 0,
      capped: false,
      widowedReduction: 0,
      taxAfterCap: 1125,
      incomeTax: 618,
      cehr: 0,
      total: 618,
    });
  });

  it('every amount follows from the ones before', () => {
    fc.assert(
      fc.property(households, anyYear, (household, { prepared }) => {
        const result = calculateOfficial(household, prepared);
        const incomes = household.declarants.reduce((sum, { salary, pension }) => sum + salary + pension, 0);
        expect(result.taxableIncome).toBe(incomes - result.wageAllowance - result.pensionAllowance);
        expect(result.taxAfterCap).toBe(
          result.capped
            ? result.taxWithAdultShares - result.familyQuotientCap - result.widowedReduction
            : result.taxWithAllShares,
        );
        expect(result.surcharge).toBe(result.taxAfterCap - result.taxWithAllShares);
        expect(result.incomeTax).toBe(result.taxAfterCap - result.decote - result.reduction);
        expect(result.total).toBe(result.incomeTax + result.cehr);
        expect([0, result.total]).toContain(result.amountDue);
      }),
    );
  });
});

describe('exactness', () => {
  it('equals the law computed in exact fractions, up to the upper bounds', () => {
    fc.assert(
      fc.property(households, anyYear, (household, { values: year, prepared }) => {
        expect(calculateOfficial(household, prepared)).toMatchObject(referenceTax(household, year));
      }),
      { numRuns: 1000 },
    );
  });

  it('the largest household that is allowed', () => {
    const declarant = { salary: MAX_INCOME, pension: MAX_INCOME };
    const largest: Household = {
      ...shortHousehold(true, MAX_CHILDREN, 0),
      declarants: [declarant, declarant],
    };
    for (const { values: year, prepared } of years) {
      expect(calculateOfficial(largest, prepared)).toMatchObject(referenceTax(largest, year));
    }
  });

  it.each([
    [2018, 88843, 79959, 0.41, 13913.69, 18870],
    [2022, 20697, 18627, 0.11, 1185.47, 864],
    [2025, 93976, 84578, 0.41, 16199.48, 18478],
  ])('half a euro rounds up where doubles fall short of it: incomes of %i, salary %i', (...row) => {
    const [incomeYear, salary, income, rate, offset, tax] = row;
    const inDoubles = income * rate - offset;
    expect(tax - 0.5 - inDoubles).toBeGreaterThan(0);
    expect(tax - 0.5 - inDoubles).toBeLessThan(1e-9);
    const result = calculateOfficial(alone(salary), prepareYear(taxYear(incomeYear)));
    expect(result).toMatchObject({ taxableIncome: income, rate, taxWithAllShares: tax });
  });

  it('an allowance of exactly half a euro more rounds up', () => {
    expect(calculateOfficial(alone(22265), in2018).wageAllowance).toBe(2227);
  });

  it('a cap of exactly half a euro more rounds up', () => {
    const shared = alone(60000, { sharedCustodyChildren: 1 });
    expect(calculateOfficial(shared, in2018).familyQuotientCap).toBe(776);
  });
});

describe('the law in general', () => {
  const more = (household: Household, euros: number): Household => {
    const [first, ...others] = household.declarants;
    const richer = { ...first, salary: Math.min(MAX_INCOME, first.salary + euros) };
    return { ...household, declarants: [richer, ...others] as unknown as Household['declarants'] };
  };

  it('more salary never means less tax', () => {
    fc.assert(
      fc.property(households, anyYear, fc.nat(5000), (household, { prepared }, euros) => {
        const before = calculateOfficial(household, prepared).amountDue;
        expect(calculateOfficial(more(household, euros), prepared).amountDue).toBeGreaterThanOrEqual(before);
      }),
      { numRuns: 1000 },
    );
  });

  it('one euro more of salary never means less tax around the thresholds', () => {
    for (const { prepared } of years) {
      let before = 0;
      for (let salary = 0; salary < 60_000; salary++) {
        const { amountDue } = calculateOfficial(alone(salary), prepared);
        if (amountDue < before) expect.fail(`${salary}: ${amountDue} after ${before}`);
        before = amountDue;
      }
    }
  });

  it('the tax is a whole number of euros between 0 and the income', () => {
    fc.assert(
      fc.property(households, anyYear, (household, { prepared }) => {
        const { amountDue, taxableIncome } = calculateOfficial(household, prepared);
        expect(Number.isInteger(amountDue)).toBe(true);
        expect(amountDue).toBeGreaterThanOrEqual(0);
        expect(amountDue).toBeLessThanOrEqual(taxableIncome);
      }),
    );
  });

  it.each(['children', 'sharedCustodyChildren'] as const)('one more of %s never raises the tax', (kind) => {
    fc.assert(
      fc.property(households, anyYear, (household, { prepared }) => {
        const larger = { ...household, [kind]: household[kind] + 1 };
        const before = calculateOfficial(household, prepared).amountDue;
        expect(calculateOfficial(larger, prepared).amountDue).toBeLessThanOrEqual(before);
      }),
      { numRuns: 1000 },
    );
  });

  it('marrying someone without income never raises the tax', () => {
    fc.assert(
      fc.property(fc.nat(400_000), fc.nat(5), anyYear, (salary, children, { prepared }) => {
        const single = calculateOfficial(shortHousehold(false, children, salary), prepared).amountDue;
        const married = calculateOfficial(shortHousehold(true, children, salary), prepared).amountDue;
        expect(married).toBeLessThanOrEqual(single);
      }),
    );
  });
});

describe('collection', () => {
  it.each([
    [60, 0],
    [61, 61],
    [0, 0],
  ])('a total of %i € makes %i € due', (total, due) => expect(amountCollected(total, 61)).toBe(due));
});
