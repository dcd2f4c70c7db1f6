import { expect, it } from 'vitest';
import { BOXES, hasBox, maxOf } from '../../../src/tax/return/boxes.ts';

const box = (code: string) => {
  const found = BOXES.find((each) => each.code === code);
  if (found === undefined) throw new Error(`no box ${code}`);
  return found;
};

it.each([
  ['codes', BOXES.map(({ code }) => code)],
  ['English columns', BOXES.map(({ csv }) => csv[0])],
  ['French columns', BOXES.map(({ csv }) => csv[1])],
  ['names', [...new Set(BOXES.map(({ row }) => row))].map(({ name }) => name)],
])('%s are each used once', (_, values) => {
  expect(new Set(values).size).toBe(values.length);
});

it.each(BOXES.map((each) => [each.code, each] as const))(
  '%s has a bound in each year, columns and a source',
  (_, each) => {
    for (const year of [2018, 2019, 2022, 2025])
      if (hasBox(each, year)) expect(maxOf(each, year)).toBeGreaterThan(0);
    expect(each.csv.every((column) => column.trim() !== '')).toBe(true);
    expect(each.row.law).toMatch(/^\d/);
    expect(each.row.kind === 'choice').toBe(each.row.choices !== undefined);
    expect(each.declarant !== undefined).toBe(each.row.owner === 'declarants');
  },
);

it('a bound and a box follow the income year', () => {
  expect(hasBox(box('1GH'), 2018)).toBe(false);
  expect([2019, 2021, 2022].map((year) => maxOf(box('1HH'), year))).toEqual([5000, 5000, 7500]);
  expect(maxOf(box('7UD'), 2025)).toBe(1000);
});
