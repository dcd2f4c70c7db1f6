import { describe, expect, it } from 'vitest';
import type { NumberedSimulation } from '../../../src/model/sessions.ts';
import {
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

  it('goes by amounts, not by how they are written', () => {
    const list = [amount(1, 900), amount(2, 10_000), amount(3, 20)];
    const ids = (isDescending: boolean) => inOrder(list, { key: 'impôt', isDescending });
    expect(ids(false)).toEqual([3, 1, 2]);
    expect(ids(true)).toEqual([2, 1, 3]);
  });
});
