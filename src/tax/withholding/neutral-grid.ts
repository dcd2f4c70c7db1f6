import * as z from 'zod';
import { scaleSchema, sourcesSchema } from '../years/value-schemas.ts';

/** Grids of the neutral rate, by territory (CGI 204 H, III). Whole euros of a month's net taxable pay; rates as fractions. */
export type NeutralGrid = z.infer<typeof neutralGridSchema>;

/** The shape of a grid's file. A failed parse reports every issue at once. */
export const neutralGridSchema = z.strictObject({
  /** The day from which it applies, until that of the next grid. */
  from: z.iso.date(),
  territories: z.record(z.string().regex(/^[a-z_]+$/), scaleSchema),
  sources: sourcesSchema,
});

/** Every issue of all grids at once; they are in the order of their days. */
export const neutralGridsSchema = z
  .array(neutralGridSchema)
  .min(1)
  .superRefine((grids, context) => {
    grids.forEach(({ from }, index) => {
      const previous = grids[index - 1]?.from ?? '';
      if (from <= previous)
        context.addIssue({ code: 'custom', path: [index, 'from'], message: `must be after ${previous}` });
    });
  });
