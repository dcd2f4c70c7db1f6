import * as z from 'zod';
import type { LegacyConstants } from '../../tax/years/tax-year.ts';
import { legacySchema } from '../../tax/years/tax-year-schema.ts';
import { InvalidTaxYear, issuesOf } from './invalid-tax-year.ts';
import { legacyColumns } from './tax-year-columns.ts';

const list = z.array(z.number()).min(1);

/** The object of contract §1.4: three lists of one length, the constants, and an id when it comes from a server. */
export const adminDataSchema = z
  .strictObject({
    limites: list,
    coeffr: list,
    coeffn: list,
    ...(Object.fromEntries(Object.keys(legacyColumns).map((key) => [key, z.number()])) as Record<
      keyof typeof legacyColumns,
      z.ZodNumber
    >),
    id: z.int().optional(),
  })
  .refine(
    ({ limites, coeffr, coeffn }) => limites.length === coeffr.length && coeffr.length === coeffn.length,
    {
      message: 'limites, coeffr and coeffn must have as many values as one another',
      params: { rule: 'lengthsDiffer' },
    },
  );

type AdminData = z.output<typeof adminDataSchema>;

/** Whether the values look like `admindata.json` rather than like a tax year of our own. */
export function isAdminData(values: unknown): boolean {
  return typeof values === 'object' && values !== null && 'limites' in values;
}

/**
 * The earlier application's constants from its `admindata.json`.
 *
 * @param what the name of the data in messages
 * @throws InvalidTaxYear with every issue
 */
export function parseAdminData(values: unknown, what: string): LegacyConstants {
  const read = adminDataSchema.safeParse(values);
  if (read.error) throw new InvalidTaxYear(what, issuesOf(read.error, values));
  const legacy = toLegacy(read.data);
  const checked = legacySchema.safeParse(legacy);
  if (checked.error) throw new InvalidTaxYear(what, issuesOf(checked.error, legacy, originalPath));
  return checked.data;
}

function toLegacy(data: AdminData): unknown {
  const columns = Object.entries(legacyColumns) as [keyof typeof legacyColumns, string][];
  return {
    brackets: data.limites.map((_, index) => ({
      from: data.limites[index - 1] ?? 0,
      rate: data.coeffr[index],
      offset: data.coeffn[index],
    })),
    ...Object.fromEntries(columns.map(([column, field]) => [field, data[column]])),
  };
}

/** The original's path for our `path`. A bracket begins at the limit of the previous one. */
function originalPath([field, index, part]: readonly PropertyKey[]): readonly PropertyKey[] {
  if (field !== 'brackets') {
    return [Object.entries(legacyColumns).find(([, name]) => name === field)?.[0] ?? field ?? ''];
  }
  if (typeof index !== 'number') return ['limites'];
  const place = { from: ['limites', index - 1], rate: ['coeffr', index], offset: ['coeffn', index] };
  return place[part as keyof typeof place] ?? ['limites', index];
}
