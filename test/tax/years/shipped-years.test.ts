import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { SHIPPED_YEARS } from '../../../src/tax/years/shipped-years.ts';
import type { TaxYear } from '../../../src/tax/years/tax-year.ts';
import { taxYearSchema } from '../../../src/tax/years/tax-year-schema.ts';
import { INCOME_YEARS } from '../fixtures.ts';

const shipped = SHIPPED_YEARS.map((data) => taxYearSchema.safeParse(data));
const years = shipped.flatMap(({ data }) => (data ? [data] : []));

it('every shipped year is valid', () => {
  expect(shipped.flatMap(({ error }) => error?.issues ?? [])).toEqual([]);
  expect(years.map(({ incomeYear }) => incomeYear)).toEqual([...INCOME_YEARS]);
});

/** One line for each year of incomes, in the order of {@link INCOME_YEARS}: the published figures. */
const FIGURES: Readonly<Record<string, { of: (year: TaxYear) => unknown; are: readonly unknown[] }>> = {
  'second threshold': {
    of: ({ brackets }) => brackets[1]?.from,
    are: [9964, 10064, 10084, 10225, 10777, 11294, 11497, 11600],
  },
  'second rate': {
    of: ({ brackets }) => brackets[1]?.rate,
    are: [0.14, 0.14, 0.11, 0.11, 0.11, 0.11, 0.11, 0.11],
  },
  '30 % from': {
    of: ({ brackets }) => brackets.find(({ rate }) => rate === 0.3)?.from,
    are: [27519, 27794, 25710, 26070, 27478, 28797, 29315, 29579],
  },
  '41 % from': {
    of: ({ brackets }) => brackets.find(({ rate }) => rate === 0.41)?.from,
    are: [73779, 74517, 73516, 74545, 78570, 82341, 83823, 84577],
  },
  '45 % from': {
    of: ({ brackets }) => brackets.find(({ rate }) => rate === 0.45)?.from,
    are: [156244, 157806, 158122, 160336, 168994, 177106, 180294, 181917],
  },
  'wage allowance, least': {
    of: ({ wageAllowance }) => wageAllowance.min,
    are: [437, 441, 442, 448, 472, 495, 504, 509],
  },
  'wage allowance, most': {
    of: ({ wageAllowance }) => wageAllowance.max,
    are: [12502, 12627, 12652, 12829, 13522, 14171, 14426, 14555],
  },
  'pension allowance, least': {
    of: ({ pensionAllowance }) => pensionAllowance.min,
    are: [389, 393, 394, 400, 422, 442, 450, 454],
  },
  'pension allowance, most': {
    of: ({ pensionAllowance }) => pensionAllowance.max,
    are: [3812, 3850, 3858, 3912, 4123, 4321, 4399, 4439],
  },
  'cap per half-share': {
    of: ({ familyQuotientCap }) => familyQuotientCap.perHalfShare,
    are: [1551, 1567, 1570, 1592, 1678, 1759, 1791, 1807],
  },
  'cap, single parent': {
    of: ({ familyQuotientCap }) => familyQuotientCap.singleParent,
    are: [3660, 3697, 3704, 3756, 3959, 4149, 4224, 4262],
  },
  'widowed reduction': {
    of: ({ familyQuotientCap }) => familyQuotientCap.widowedReduction,
    are: [1728, 1745, 1748, 1772, 1868, 1958, 1993, 2011],
  },
  'décote, single': {
    of: ({ decote }) => decote.maxSingle,
    are: [1196, 1208, 779, 790, 833, 873, 889, 897],
  },
  'décote, couple': {
    of: ({ decote }) => decote.maxCouple,
    are: [1970, 1990, 1289, 1307, 1378, 1444, 1470, 1483],
  },
  'décote rate': {
    of: ({ decote }) => decote.rate,
    are: [0.75, 0.75, 0.4525, 0.4525, 0.4525, 0.4525, 0.4525, 0.4525],
  },
  'modest reduction, rate': {
    of: ({ modestReduction }) => modestReduction?.rate,
    are: [0.2, 0.2, ...Array(6)],
  },
  'modest reduction, in full below': {
    of: ({ modestReduction }) => modestReduction?.fullBelowPerAdult,
    are: [18985, 19176, ...Array(6)],
  },
  'modest reduction, nil from': {
    of: ({ modestReduction }) => modestReduction?.nilFromPerAdult,
    are: [21037, 21249, ...Array(6)],
  },
  'modest reduction, per half-share': {
    of: ({ modestReduction }) => modestReduction?.stepPerHalfShare,
    are: [3797, 3836, ...Array(6)],
  },
  'not collected below': {
    of: ({ collectionThreshold }) => collectionThreshold,
    are: Array(8).fill(61),
  },
};

describe('the figures of the law', () => {
  it.each(Object.entries(FIGURES))('%s', (_, { of, are }) => expect(years.map(of)).toEqual([...are]));

  it('are the same in every year otherwise', () => {
    for (const { brackets, wageAllowance, pensionAllowance, cehr } of years) {
      expect(brackets.map(({ rate }) => rate).toSpliced(1, 1)).toEqual([0, 0.3, 0.41, 0.45]);
      expect([wageAllowance.rate, pensionAllowance.rate]).toEqual([0.1, 0.1]);
      expect(cehr).toEqual({
        single: [
          { from: 0, rate: 0 },
          { from: 250_000, rate: 0.03 },
          { from: 500_000, rate: 0.04 },
        ],
        couple: [
          { from: 0, rate: 0 },
          { from: 500_000, rate: 0.03 },
          { from: 1_000_000, rate: 0.04 },
        ],
      });
    }
  });

  it('only 2018 has the earlier application’s constants', () => {
    expect(years.filter(({ legacy }) => legacy !== null).map(({ incomeYear }) => incomeYear)).toEqual([2018]);
  });
});

it('the program carries the files of the folder', () => {
  const files = INCOME_YEARS.map((year) => parse(readFileSync(`src/tax/years/${year}.yaml`, 'utf8')));
  expect(SHIPPED_YEARS).toEqual(files);
});
