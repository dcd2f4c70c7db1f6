import { SHIPPED_NEUTRAL_GRIDS } from '../years/neutral-rates/shipped-neutral-rates.ts';
import { type NeutralGrid, neutralGridsSchema } from './neutral-grid.ts';

let grids: readonly NeutralGrid[] | null = null;

/** The grids that come with the program, in the order of their days; read when they are first asked for. */
export function shippedGrids(): readonly NeutralGrid[] {
  grids ??= neutralGridsSchema.parse(SHIPPED_NEUTRAL_GRIDS);
  return grids;
}
