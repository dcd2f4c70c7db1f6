import { setImmediate as nextTurn } from 'node:timers/promises';
import { type NumberedSimulation, type SessionStore, simulationsOf } from '../../model/sessions.ts';
import {
  filledBy,
  type Order,
  orderOf,
  queryOf,
  type SortKey,
  sorted,
  sortKeyOf,
} from './simulation-order.ts';

/** Rows of the list on one page. */
export const ROWS_PER_PAGE = 100;

/** Columns of a comparison: more would be hard to compare. */
export const COMPARED_AT_MOST = 6;

/** The part of the session's simulations on a page, in the order and with the comparison of its address. */
export interface SimulationList {
  /** The simulations of this page. */
  readonly rows: readonly NumberedSimulation[];
  readonly order: Order;
  /** The number of this page, from 1. */
  readonly page: number;
  readonly pages: number;
  /** The number of simulations on all pages. */
  readonly total: number;
  /** The one with the lowest number, to which the others are compared; null in an empty list. */
  readonly first: NumberedSimulation | null;
  /** The optional columns in which a simulation of any page has another value than 0. */
  readonly filled: ReadonlySet<SortKey>;
  /** From all pages, in ascending order of id. */
  readonly compared: readonly NumberedSimulation[];
}

/** A list without simulations. */
export const emptyList: SimulationList = {
  rows: [],
  order: orderOf(new URLSearchParams()),
  page: 1,
  pages: 1,
  total: 0,
  first: null,
  filled: new Set(),
  compared: [],
};

/** The ids that an address asks to compare. */
export function comparedIds(query: URLSearchParams): readonly number[] {
  const ids = query.getAll('comparer').filter((id) => /^[1-9]\d{0,8}$/.test(id));
  return ids.slice(0, COMPARED_AT_MOST).map(Number);
}

/** Reads what a page shows. Only a number to sort by is kept of each simulation; other requests have their turn in between. */
export async function readSimulationList(
  store: Pick<SessionStore, 'simulationsAfter' | 'findSimulations'>,
  key: string,
  query: URLSearchParams,
): Promise<SimulationList> {
  const order = orderOf(query);
  const { places, filled, firstChunk } = await survey(store, key, order);
  const pages = Math.max(1, Math.ceil(places.length / ROWS_PER_PAGE));
  const page = Math.min(pageOf(query), pages);
  const shown = sorted(places, order).slice((page - 1) * ROWS_PER_PAGE, page * ROWS_PER_PAGE);
  const chosen = comparedIds(query);
  const known = new Map(firstChunk.map((each) => [each.id, each]));
  const missing = [...shown.map(({ id }) => id), ...chosen].filter((id) => !known.has(id));
  for (const each of await store.findSimulations(key, [...new Set(missing)])) known.set(each.id, each);
  const found = (ids: readonly number[]) => ids.flatMap((id) => known.get(id) ?? []);
  return {
    rows: found(shown.map(({ id }) => id)),
    order,
    page,
    pages,
    total: places.length,
    first: firstChunk[0] ?? null,
    filled,
    compared: found([...new Set(chosen)].toSorted((one, other) => one - other)),
  };
}

/** Goes through the whole list, and keeps its first chunk. */
async function survey(store: Pick<SessionStore, 'simulationsAfter'>, key: string, order: Order) {
  const keyOf = sortKeyOf(order);
  const places: { readonly id: number; readonly by: number }[] = [];
  const filled = new Set<SortKey>();
  let first: readonly NumberedSimulation[] = [];
  for await (const chunk of simulationsOf(store, key)) {
    if (places.length === 0) first = chunk;
    else await nextTurn();
    for (const each of chunk) {
      places.push({ id: each.id, by: keyOf(each) });
      for (const column of filledBy(each)) filled.add(column);
    }
  }
  return { places, filled, firstChunk: first };
}

/** The page that an address asks for. */
function pageOf(query: URLSearchParams): number {
  const page = query.get('page') ?? '';
  return /^[1-9]\d{0,5}$/.test(page) ? Number(page) : 1;
}

/** A part of the list: an order, one of its pages, and the simulations to compare. */
interface ListPart {
  readonly order: Order;
  readonly page: number;
  readonly compared: readonly number[];
}

/**
 * The query of the address of a part of the list. It is never empty: an address without a query shows the part of the
 * last change.
 */
export function partQuery({ order, page, compared }: ListPart): URLSearchParams {
  const query = new URLSearchParams({ ...queryOf(order), page: String(page) });
  for (const id of compared) query.append('comparer', String(id));
  return query;
}

/** The part of a query that concerns the list. */
export function listQuery(query: URLSearchParams): URLSearchParams {
  return partQuery({ order: orderOf(query), page: pageOf(query), compared: comparedIds(query) });
}
