import * as z from 'zod';
import { RESIDENCES } from '../return/residence.ts';
import { alwaysInList, broken, type Context, scaleSchema, sourcesSchema } from '../years/value-schemas.ts';

/** Grids of the neutral rate, by territory (CGI 204 H, III). Whole euros of a month's net taxable pay; rates as fractions. */
export type NeutralGrid = z.infer<typeof neutralGridSchema>;

/** The shape of a grid. A failed parse reports every issue at once. */
const neutralGridSchema = z.strictObject({
  /** The day from which it applies, until that of the next grid. */
  from: z.iso.date(),
  territories: z.record(z.enum(RESIDENCES), scaleSchema),
  sources: sourcesSchema,
});

/** The grids of one year, in the order of their days. */
export const neutralGridsSchema = z.array(neutralGridSchema).superRefine(risingDays, alwaysInList);

function risingDays(grids: readonly NeutralGrid[], context: Context): void {
  grids.forEach((grid, index) => {
    const previous = grids[index - 1]?.from ?? '';
    if (grid?.from <= previous)
      broken(context, [index, 'from'], { rule: 'after', previous }, `must be after ${previous}`);
  });
}
