import type { NumberedSimulation } from '../../model/sessions.ts';
import { incomeOf, inShort } from '../../tax/return/household.ts';

/** By what a list of simulations can be sorted, as its address says it. */
const keys = {
  numéro: ({ id }) => id,
  marié: ({ household }) => Number(household.situation !== 'couple'),
  enfants: ({ household }) => inShort(household).children,
  revenus: ({ household }) => incomeOf(household),
  impôt: ({ result }) => result.amountDue,
  reste: ({ household, result }) => incomeOf(household) - result.amountDue,
  surcôte: ({ result }) => result.surcharge,
  décôte: ({ result }) => result.decote,
  réduction: ({ result }) => result.reduction,
  taux: ({ result }) => result.rate,
  année: ({ incomeYear }) => incomeYear,
} as const satisfies Record<string, (simulation: NumberedSimulation) => number>;

export type SortKey = keyof typeof keys;

/** Columns that are left out where they have nothing to say. */
const optional: readonly SortKey[] = ['décôte', 'réduction', 'surcôte', 'taux'];

/** The optional columns in which a simulation has something else than 0. */
export function filledBy(simulation: NumberedSimulation): readonly SortKey[] {
  return optional.filter((key) => keys[key](simulation) !== 0);
}

export interface Order {
  readonly key: SortKey;
  readonly isDescending: boolean;
}

/** How the contract lists them. */
export const naturalOrder: Order = { key: 'numéro', isDescending: false };

/** The order that an address asks for with `tri` and `sens`; the natural one when it asks for none that there is. */
export function orderOf(query: URLSearchParams): Order {
  const key = query.get('tri');
  if (key === null || !Object.hasOwn(keys, key)) return naturalOrder;
  return { key: key as SortKey, isDescending: query.get('sens') === 'décroissant' };
}

/** The part of an address that asks for an order. */
export function queryOf({ key, isDescending }: Order): Record<string, string> {
  if (key === naturalOrder.key && !isDescending) return {};
  return isDescending ? { tri: key, sens: 'décroissant' } : { tri: key };
}

/** What puts a simulation into its place in an order. */
export function sortKeyOf({ key }: Order): (simulation: NumberedSimulation) => number {
  return keys[key];
}

/** By their keys; those that are equal keep their order, or its contrary. */
export function sorted<Place extends { readonly by: number }>(
  places: readonly Place[],
  { isDescending }: Order,
): readonly Place[] {
  const ascending = places.toSorted((a, b) => a.by - b.by);
  return isDescending ? ascending.toReversed() : ascending;
}
