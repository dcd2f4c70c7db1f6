import { describe, expect, it } from 'vitest';
import { pensionAllowance, prepareAllowance, wageAllowance } from '../../../src/tax/official/allowance.ts';
import { cehrOn } from '../../../src/tax/official/cehr.ts';
import { decoteOn, prepareDecote } from '../../../src/tax/official/decote.ts';
import { familyQuotientCap } from '../../../src/tax/official/family-quotient-cap.ts';
import { modestReduction, prepareReduction } from '../../../src/tax/official/modest-reduction.ts';
import { calculateOfficial } from '../../../src/tax/official/official.ts';
import { prepareYear } from '../../../src/tax/official/prepared-year.ts';
import { bracketOf, prepareScale, taxInBracket } from '../../../src/tax/official/scale.ts';
import { taxYear } from '../fixtures.ts';

const values = taxYear(2018);

describe('allowances of 2018', () => {
  const wages = prepareAllowance(values.wageAllowance);
  const pensions = prepareAllowance(values.pensionAllowance);

  it.each([
    [0, 0],
    [436, 436],
    [437, 437],
    [4374, 437],
    [4375, 438],
    [125_014, 12_501],
    [125_015, 12_502],
    [1_000_000, 12_502],
  ])('of %i € of wages %i €', (salary, expected) => expect(wageAllowance(salary, wages)).toBe(expected));

  it.each([
    [0, 0],
    [388, 388],
    [3000, 389],
    [100_000, 10_000],
  ])('of %i € of pension %i €, before the ceiling', (pension, expected) => {
    expect(pensionAllowance(pension, pensions)).toBe(expected);
  });

  it('the pensions of a couple have one ceiling, their wages one each', () => {
    const declarant = { salary: 200_000, pension: 30_000 };
    const result = calculateOfficial(
      {
        situation: 'couple',
        singleParent: false,
        children: 0,
        sharedCustodyChildren: 0,
        declarants: [declarant, declarant],
      },
      prepareYear(values),
    );
    expect(result).toMatchObject({ wageAllowance: 25_004, pensionAllowance: 3812, taxableIncome: 431_184 });
    expect(result.allowances).toEqual([
      { salary: 12_502, pension: 3000 },
      { salary: 12_502, pension: 3000 },
    ]);
  });
});

describe('scale of 2018', () => {
  const scale = prepareScale(values.brackets);

  it.each([
    [0, 4, 0, 0],
    [9964, 4, 0, 0],
    [9965, 4, 0.14, 0],
    [27_519, 4, 0.14, 2458],
    [27_520, 4, 0.3, 2458],
    [100_000, 4, 0.41, 27_086],
    [200_000, 8, 0.41, 54_173],
    [200_000, 4, 0.45, 69_837],
  ])('%i € on %i quarter-shares: rate %d, %i €', (income, quarters, rate, tax) => {
    const bracket = bracketOf(scale, income, quarters);
    expect(bracket.rate).toBe(rate);
    expect(taxInBracket(bracket, income, quarters)).toBe(tax);
  });
});

describe('family quotient cap of 2018', () => {
  it.each([
    [0, false, 0],
    [1, false, 776],
    [2, false, 1551],
    [8, false, 6204],
    // Box T: 3660 for the first whole share, half of it for half of one.
    [2, true, 1830],
    [4, true, 3660],
    [6, true, 5211],
    [5, true, 4436],
  ])('%i extra quarter-shares, box T %s: %i €', (quarters, boxT, cap) => {
    expect(familyQuotientCap(quarters, boxT, values.familyQuotientCap)).toBe(cap);
  });

  it.each([
    ['all of it when it is less than the figure', 49_999, 183],
    ['the figure when the cap took more', 90_000, 1728],
  ])('a widowed person gets back %s', (_, taxableIncome, expected) => {
    const salary = Math.ceil(taxableIncome / 0.9);
    const result = calculateOfficial(
      {
        situation: 'widowed',
        singleParent: false,
        children: 2,
        sharedCustodyChildren: 0,
        declarants: [{ salary, pension: 0 }],
      },
      prepareYear(values),
    );
    expect(result).toMatchObject({ taxableIncome, capped: true, widowedReduction: expected });
  });
});

describe('décote', () => {
  const decote2018 = prepareDecote(values.decote);
  const decote2020 = prepareDecote(taxYear(2020).decote);

  it.each([
    [0, false, 0],
    [683, false, 683],
    [684, false, 683],
    [1125, false, 352],
    [1594, false, 1],
    [1595, false, 0],
    [1_000_000, false, 0],
    [2626, true, 1],
    [2627, true, 0],
  ])('of 2018 on %i €, couple %s: %i €', (tax, couple, expected) => {
    expect(decoteOn(tax, couple, decote2018)).toBe(expected);
  });

  it('of 2020: 779 € less 45.25 % of the tax', () => expect(decoteOn(1000, false, decote2020)).toBe(327));
});

describe('reduction for modest incomes of 2018', () => {
  const reduction = values.modestReduction && prepareReduction(values.modestReduction);
  const one = { shares: 1, adultShares: 1 };

  it.each([
    [18_984, one, 200],
    [18_985, one, 200],
    [20_011, one, 100],
    [21_036, one, 0],
    [21_037, one, 0],
    [42_074, { shares: 2, adultShares: 2 }, 0],
    [40_022, { shares: 2, adultShares: 2 }, 100],
    // Half a share raises both thresholds by 3797 €, a quarter by half of it.
    [23_808, { shares: 1.5, adultShares: 1 }, 100],
    [21_909, { shares: 1.25, adultShares: 1 }, 100],
  ])('income %i €, %o: %i € of a tax of 1000 €', (income, shares, expected) => {
    expect(modestReduction(1000, income, shares, reduction)).toBe(expected);
  });

  it('is abolished', () => expect(modestReduction(1000, 0, one, null)).toBe(0));
});

it.each([
  ['single', 250_000, 0],
  ['single', 250_100, 3],
  ['single', 600_000, 11_500],
  ['couple', 500_000, 0],
  ['couple', 1_200_000, 23_000],
] as const)('contribution on high incomes, %s, %i €: %i €', (situation, income, expected) => {
  expect(cehrOn(income, prepareScale(values.cehr[situation]))).toBe(expected);
});
