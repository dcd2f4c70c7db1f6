import { describe, expect, it } from 'vitest';
import type { NumberedSimulation } from '../../../src/model/sessions.ts';
import { shortHousehold } from '../../../src/tax/return/household.ts';
import {
  filledBy,
  naturalOrder,
  type Order,
  orderOf,
  queryOf,
  sorted,
  sortKeyOf,
} from '../../../src/web/pages/simulation-order.ts';
import { simulation } from './page-builders.ts';

const amount = (id: number, amountDue: number) =>
  simulation({ id, result: { amountDue, surcharge: 0, decote: 0, reduction: 0, rate: 0 } });

/** The ids in an order. */
function inOrder(list: readonly NumberedSimulation[], order: Order): readonly number[] {
  const keyOf = sortKeyOf(order);
  return sorted(
    list.map((each) => ({ id: each.id, by: keyOf(each) })),
    order,
  ).map(({ id }) => id);
}

describe('the order of the simulations', () => {
  it.each([
    ['', naturalOrder],
    ['tri=constructor', naturalOrder],
    ['tri=impôt', { key: 'impôt', isDescending: false }],
    ['tri=impôt&sens=décroissant', { key: 'impôt', isDescending: true }],
    ['tri=impôt&sens=nulle-part', { key: 'impôt', isDescending: false }],
  ])('of the address ?%s', (query, order) => {
    expect(orderOf(new URLSearchParams(query))).toEqual(order);
  });

  it('finds its way back through an address', () => {
    const order = { key: 'revenus', isDescending: true } as const;
    expect(orderOf(new URLSearchParams(queryOf(order)))).toEqual(order);
  });

  it('goes by all incomes, pensions too', () => {
    const earning = (id: number, salary: number, pension: number) =>
      simulation({ id, household: { ...simulation({}).household, declarants: [{ salary, pension }] } });
    const list = [earning(1, 0, 50_000), earning(2, 30_000, 0)];
    expect(inOrder(list, { key: 'revenus', isDescending: true })).toEqual([1, 2]);
  });

  it.each([
    ['numéro', [1, 2]],
    ['revenus', [1, 2]],
    ['impôt', [2, 1]],
    ['reste', [1, 2]],
    ['surcôte', [2, 1]],
    ['décôte', [1, 2]],
    ['réduction', [2, 1]],
    ['taux', [1, 2]],
    ['année', [2, 1]],
  ] as const)('goes by %s', (key, ids) => {
    const one = simulation({
      id: 1,
      incomeYear: 2025,
      household: shortHousehold(false, 1, 20_000),
      result: { amountDue: 900, surcharge: 5, decote: 10, reduction: 7, rate: 0.11 },
    });
    const other = simulation({
      id: 2,
      incomeYear: 2018,
      household: shortHousehold(true, 2, 60_000),
      result: { amountDue: 100, surcharge: 0, decote: 20, reduction: 0, rate: 0.3 },
    });
    expect(inOrder([one, other], { key, isDescending: false })).toEqual(ids);
  });

  it('shows the columns in which a simulation has something else than 0', () => {
    const result = { amountDue: 900, surcharge: 0, decote: 10, reduction: 0, rate: 0.11 };
    expect(filledBy(simulation({ result }))).toEqual(['décôte', 'taux']);
  });

  it('goes by amounts, not by how they are written', () => {
    const list = [amount(1, 900), amount(2, 10_000), amount(3, 20)];
    const ids = (isDescending: boolean) => inOrder(list, { key: 'impôt', isDescending });
    expect(ids(false)).toEqual([3, 1, 2]);
    expect(ids(true)).toEqual([2, 1, 3]);
  });
});
