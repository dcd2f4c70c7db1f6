import { describe, expect, it } from 'vitest';
import { calculateLegacy } from '../../src/tax/legacy/calculate-legacy.ts';
import { legacyConstants } from '../../src/tax/legacy/legacy-constants.ts';
import { calculateOfficial } from '../../src/tax/official/official.ts';
import { prepareYear } from '../../src/tax/official/prepared-year.ts';
import { shortHousehold } from '../../src/tax/return/household.ts';
import { createTaxCalculator, NoTaxYear, UnknownIncomeYear } from '../../src/tax/tax-calculator.ts';
import { INCOME_YEARS, taxYear, taxYears } from './fixtures.ts';

const household = shortHousehold(true, 2, 55_555);

function failureOf(action: () => unknown): unknown {
  try {
    return action();
  } catch (error) {
    return error;
  }
}

describe('official', () => {
  const calculator = createTaxCalculator({ method: 'official', years: taxYears().toReversed() });

  it('knows every year, ascending', () => {
    expect(calculator).toMatchObject({ method: 'official', years: [...INCOME_YEARS], latestYear: 2025 });
  });

  it('computes each year with its own values', () => {
    for (const year of INCOME_YEARS) {
      expect(calculator.calculate(household, year)).toEqual(
        calculateOfficial(household, prepareYear(taxYear(year))),
      );
    }
  });

  it('has the whole return of any household', () => {
    if (calculator.method !== 'official') throw new Error('another calculator');
    const { amountDue, taxableIncome } = calculator.calculate(household, 2024);
    expect(calculator.assess(household, 2024).result).toMatchObject({
      taxableIncome,
      settlement: { amountDue },
    });
    expect(() => calculator.assess(household, 2017)).toThrow(UnknownIncomeYear);
  });

  it('shows the values of a year', () => expect(calculator.yearValues(2021)).toEqual(taxYear(2021)));

  it.each(['calculate', 'yearValues'] as const)('%s of an unknown year names the known ones', (action) => {
    const failure = failureOf(() =>
      action === 'calculate' ? calculator.calculate(household, 2017) : calculator.yearValues(2017),
    );
    expect(failure).toBeInstanceOf(UnknownIncomeYear);
    expect(failure).toMatchObject({ incomeYear: 2017, knownYears: [...INCOME_YEARS] });
  });
});

describe('legacy', () => {
  const calculator = createTaxCalculator({ method: 'legacy', years: taxYears() });

  it('knows the years with the earlier application’s constants only', () => {
    expect(calculator).toMatchObject({ method: 'legacy', years: [2018], latestYear: 2018 });
    expect(failureOf(() => calculator.calculate(household, 2019))).toMatchObject({ knownYears: [2018] });
  });

  it('computes the short form of a household', () => {
    const constants = legacyConstants(taxYear(2018));
    expect(calculator.calculate(household, 2018)).toEqual(calculateLegacy(true, 2, 55_555, constants));
    const parents = {
      situation: 'couple',
      singleParent: false,
      children: 1,
      sharedCustodyChildren: 1,
      declarants: [
        { salary: 30_000, pension: 5555 },
        { salary: 20_000, pension: 0 },
      ],
    } as const;
    expect(calculator.calculate(parents, 2018)).toEqual(calculateLegacy(true, 2, 55_555, constants));
  });

  it('cannot open without such a year', () => {
    const failure = failureOf(() => createTaxCalculator({ method: 'legacy', years: [taxYear(2020)] }));
    expect(failure).toBeInstanceOf(NoTaxYear);
    expect(failure).toMatchObject({ method: 'legacy' });
  });
});
