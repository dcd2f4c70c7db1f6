import type { NumberedSimulation } from '../../model/sessions.ts';
import { incomeOf } from '../../tax/return/household.ts';

/** The values of the list of simulations, by the names that its address sorts by. The columns show them: simulation-columns.ts. */
export const listValues = {
  numéro: ({ id }) => id,
  revenus: ({ household }) => incomeOf(household),
  impôt: ({ result }) => result.amountDue,
  reste: ({ household, result }) => incomeOf(household) - result.amountDue,
  surcôte: ({ result }) => result.surcharge,
  décôte: ({ result }) => result.decote,
  réduction: ({ result }) => result.reduction,
  taux: ({ result }) => result.rate,
  année: ({ incomeYear }) => incomeYear,
} as const satisfies Record<string, (simulation: NumberedSimulation) => number>;

export type SortKey = keyof typeof listValues;

/** The list leaves out these columns where every simulation has a 0. */
export const optionalColumns: readonly SortKey[] = ['décôte', 'réduction', 'surcôte', 'taux'];

/** The optional columns in which a simulation has another value than 0. */
export function filledBy(simulation: NumberedSimulation): readonly SortKey[] {
  return optionalColumns.filter((key) => listValues[key](simulation) !== 0);
}

export interface Order {
  readonly key: SortKey;
  readonly isDescending: boolean;
}

/** The order of the contract. */
export const naturalOrder: Order = { key: 'numéro', isDescending: false };

/** The order that an address asks for with `tri` and `sens`; the natural one when it asks for none, or for an unknown one. */
export function orderOf(query: URLSearchParams): Order {
  const key = query.get('tri');
  if (key === null || !Object.hasOwn(listValues, key)) return naturalOrder;
  return { key: key as SortKey, isDescending: query.get('sens') === 'décroissant' };
}

/** The part of an address that asks for an order. */
export function queryOf({ key, isDescending }: Order): Record<string, string> {
  if (key === naturalOrder.key && !isDescending) return {};
  return isDescending ? { tri: key, sens: 'décroissant' } : { tri: key };
}

/** The number by which an order sorts a simulation. */
export function sortKeyOf({ key }: Order): (simulation: NumberedSimulation) => number {
  return listValues[key];
}

/** Sorted by their numbers. Equal ones keep their order, or all of it is reversed. */
export function sorted<Place extends { readonly by: number }>(
  places: readonly Place[],
  { isDescending }: Order,
): readonly Place[] {
  const ascending = places.toSorted((a, b) => a.by - b.by);
  return isDescending ? ascending.toReversed() : ascending;
}
