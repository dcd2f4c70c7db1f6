import * as z from 'zod';
import { RATE_UNITS, rateUnits } from './rate-units.ts';
import type { Bracket } from './tax-year.ts';

/**
 * The highest threshold of a scale and the highest other amount, in whole euros: far above any real value, and within the
 * range where the official method is proved exact (`official/exact.ts`).
 */
export const MAX_THRESHOLD = 1_000_000_000;
export const MAX_AMOUNT = 50_000;

export const amount = z.int().min(0).max(MAX_AMOUNT);
export const threshold = z.int().min(0).max(MAX_THRESHOLD);
export const fraction = z
  .number()
  .max(1)
  .refine((value) => Math.abs(value * RATE_UNITS - rateUnits(value)) < 1e-9, 'at most four decimals');
export const rate = fraction.min(0);

/** Rules of a group run even when one of its fields is invalid, so that one reading reports every issue. */
export const always = {
  when: ({ value }: { value: unknown }) => typeof value === 'object' && value !== null,
};

/** The same for the rules of a list. */
export const alwaysInList = { when: ({ value }: { value: unknown }) => Array.isArray(value) };

export type Context = z.core.$RefinementCtx<unknown>;

/** How a value must relate to others: in the `params` of the issue, for words in any language. */
export type TaxYearRule =
  | { readonly rule: 'startsFromZero' }
  | { readonly rule: 'abovePrevious'; readonly previous: number }
  | { readonly rule: 'after'; readonly previous: string }
  | { readonly rule: 'follows' | 'inYear'; readonly value: number }
  | { readonly rule: 'below' | 'notAbove'; readonly field: string };

export function broken(
  context: Context,
  path: readonly PropertyKey[],
  rule: TaxYearRule,
  message: string,
): void {
  context.addIssue({ code: 'custom', path: [...path], message, params: { ...rule } });
}

/**
 * A scale starts from 0, and its thresholds and rates rise. Invalid fields compare as false, so that they are not
 * reported twice.
 */
export function risingScale(brackets: readonly Bracket[], context: Context): void {
  brackets.forEach((bracket, index) => {
    const previous = brackets[index - 1];
    if (!previous) {
      if (bracket?.from > 0)
        broken(context, [index, 'from'], { rule: 'startsFromZero' }, 'the first bracket starts from 0');
      return;
    }
    for (const field of ['from', 'rate'] as const) {
      if (!(bracket?.[field] <= previous[field])) continue;
      const rule = { rule: 'abovePrevious', previous: previous[field] } as const;
      broken(context, [index, field], rule, `must be above the previous ${previous[field]}`);
    }
  });
}

/** The first field of a group may not exceed the second; with `strictly`, nor equal it. */
export function ordered<Key extends string>(lower: Key, upper: Key, strictly = false) {
  return (group: Readonly<Record<Key, number>>, context: Context): void => {
    if (group[lower] > group[upper] || (strictly && group[lower] === group[upper])) {
      const message = strictly ? `must be below ${upper}` : `must not be above ${upper}`;
      broken(context, [lower], { rule: strictly ? 'below' : 'notAbove', field: upper }, message);
    }
  };
}

/** Thresholds from 0 on and rates that rise, at most four decimals. */
export const scaleSchema = z
  .array(z.strictObject({ from: threshold, rate }))
  .min(1)
  .superRefine(risingScale, alwaysInList);

/** Legal texts of the values, with an address where there is one. */
export const sourcesSchema = z
  .array(z.strictObject({ text: z.string().trim().min(1), url: z.url({ protocol: /^https?$/ }).optional() }))
  .min(1, 'name at least one legal source');
