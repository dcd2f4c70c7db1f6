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

/** Columns of a comparison: more of them are no comparison any more. */
export const COMPARED_AT_MOST = 6;

/** What a page shows of the session's simulations, in the order and with the comparison that its address asks for. */
export interface SimulationList {
  /** Those of this page. */
  readonly rows: readonly NumberedSimulation[];
  readonly order: Order;
  /** Of this page, from 1 on. */
  readonly page: number;
  readonly pages: number;
  /** Of all pages. */
  readonly total: number;
  /** The one with the lowest number, which the others are compared with; null in an empty list. */
  readonly first: NumberedSimulation | null;
  /** The optional columns in which a simulation of any page has something else than 0. */
  readonly filled: ReadonlySet<SortKey>;
  /** Of all pages, in ascending order of id. */
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

/**
 * Reads what a page shows. Of the whole list no more than a number by which to sort is kept; other requests have their
 * turn in between.
 */
export async function readSimulationList(
  store: Pick<SessionStore, 'simulationsAfter' | 'findSimulations'>,
  key: string,
  query: URLSearchParams,
): Promise<SimulationList> {
  const order = orderOf(query);
  const { places, filled, piece } = await survey(store, key, order);
  const pages = Math.max(1, Math.ceil(places.length / ROWS_PER_PAGE));
  const page = Math.min(pageOf(query), pages);
  const shown = sorted(places, order).slice((page - 1) * ROWS_PER_PAGE, page * ROWS_PER_PAGE);
  const chosen = comparedIds(query);
  const known = new Map(piece.map((each) => [each.id, each]));
  const missing = [...shown.map(({ id }) => id), ...chosen].filter((id) => !known.has(id));
  for (const each of await store.findSimulations(key, [...new Set(missing)])) known.set(each.id, each);
  const found = (ids: readonly number[]) => ids.flatMap((id) => known.get(id) ?? []);
  return {
    rows: found(shown.map(({ id }) => id)),
    order,
    page,
    pages,
    total: places.length,
    first: piece[0] ?? null,
    filled,
    compared: found([...new Set(chosen)].toSorted((one, other) => one - other)),
  };
}

/** Goes through the whole list, and keeps its first piece. */
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
  return { places, filled, piece: first };
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

/** The query of the address that shows a part of the list. It is never empty: without one, an address shows what was last changed. */
export function partQuery({ order, page, compared }: ListPart): URLSearchParams {
  const query = new URLSearchParams({ ...queryOf(order), page: String(page) });
  for (const id of compared) query.append('comparer', String(id));
  return query;
}

/** What a query says of the list, and nothing else of it. */
export function listQuery(query: URLSearchParams): URLSearchParams {
  return partQuery({ order: orderOf(query), page: pageOf(query), compared: comparedIds(query) });
}
