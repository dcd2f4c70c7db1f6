import { readFileSync } from 'node:fs';
import { brotliDecompressSync } from 'node:zlib';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { RESIDENCES } from '../../../src/tax/return/residence.ts';
import { neutralGridsSchema } from '../../../src/tax/withholding/neutral-grid.ts';
import { gridAt, neutralRate } from '../../../src/tax/withholding/neutral-rate.ts';
import { grids, issueOf } from './fixtures.ts';

const rateAt = (pay: number, date: string, territory = 'metropole') =>
  neutralRate(gridAt(grids, { territory, date }), Math.round(pay * 100)).rate;

/** A grid as it was found, apart from the files of the program: rates in percent. */
interface FoundGrid {
  readonly territory: string;
  readonly from: string;
  readonly brackets: readonly { readonly monthly_from: number; readonly rate: number }[];
}

it('every bracket of every grid is as it was found', () => {
  const text = brotliDecompressSync(readFileSync('test/data/neutral-rates.json.br')).toString();
  const found: readonly FoundGrid[] = JSON.parse(text).grids;
  expect(found.flatMap(({ brackets }) => brackets)).toHaveLength(240);
  for (const { territory, from, brackets } of found)
    expect(gridAt(grids, { territory, date: from }).brackets).toEqual(
      brackets.map(({ monthly_from, rate }) => ({ from: monthly_from, rate: Math.round(rate * 10) / 1000 })),
    );
});

it('a bracket holds from its lower limit, to the cent', () => {
  expect([1634.99, 1635, 1697.99, 1698].map((pay) => rateAt(pay, '2026-09-01'))).toEqual([0, 5, 5, 13]);
});

it('a grid applies until the next one', () => {
  expect(['2025-04-30', '2025-05-01', '2026-12-31'].map((date) => rateAt(1630, date))).toEqual([5, 5, 0]);
  expect(['2025-04-30', '2025-05-01'].map((date) => rateAt(1600, date))).toEqual([5, 0]);
});

it('the rate never falls with the pay', () => {
  const pay = fc.integer({ min: 1, max: 10_000_000 });
  const places = grids.flatMap(({ from, territories }) =>
    Object.keys(territories).map((territory) => gridAt(grids, { territory, date: from })),
  );
  fc.assert(
    fc.property(fc.constantFrom(...places), pay, pay, (grid, a, b) => {
      const [less, more] = a < b ? [a, b] : [b, a];
      return neutralRate(grid, less).rate <= neutralRate(grid, more).rate;
    }),
  );
});

describe('a question without an answer names what is allowed', () => {
  it.each(['2022-12-31', '2027-01-01'])('on %s', (date) => {
    expect(issueOf(() => rateAt(2000, date))).toEqual({
      code: 'dateWithoutGrid',
      date,
      first: '2023-01-01',
      last: '2026-12-31',
    });
  });

  it.each(['wallis', 'constructor'])('in %s', (territory) => {
    expect(issueOf(() => rateAt(2000, '2026-09-01', territory))).toEqual({
      code: 'unknownTerritory',
      territory,
      known: ['metropole', 'guadeloupe_martinique_reunion', 'guyane_mayotte'],
    });
  });
});

describe('the shape of grids', () => {
  const everywhere = (brackets: unknown) =>
    Object.fromEntries(RESIDENCES.map((residence) => [residence, brackets]));
  const grid = {
    from: '2026-01-01',
    territories: everywhere([{ from: 0, rate: 0 }]),
    sources: [{ text: 'CGI, art. 204 H, III' }],
  };
  const issues = (data: unknown) =>
    neutralGridsSchema.safeParse(data).error?.issues.map(({ path }) => path.join('.'));

  it('takes one grid', () => expect(issues([grid])).toBeUndefined());

  it.each([
    ['a day that is none', { ...grid, from: '2026-02-30' }, '0.from'],
    ['a territory without brackets', { ...grid, territories: everywhere([]) }, '0.territories.metropole'],
    ['no territory', { ...grid, territories: {} }, '0.territories.guyane_mayotte'],
    ['no source', { ...grid, sources: [] }, '0.sources'],
    [
      'rates that fall',
      { ...grid, territories: everywhere([0.2, 0.1].map((rate, from) => ({ from, rate }))) },
      '0.territories.metropole.1.rate',
    ],
  ])('refuses %s', (_, data, path) => expect(issues([data])).toContain(path));

  it('refuses days out of order', () => expect(issues([grid, grid])).toEqual(['1.from']));
});
