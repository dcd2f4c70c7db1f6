import type { Insertable, Selectable } from 'kysely';
import { offsets } from '../../tax/years/rate-units.ts';
import type { Bracket, LegacyBracket, TaxYear } from '../../tax/years/tax-year.ts';
import type { BracketRow, ConstantsRow, SourceRow } from '../schema.ts';
import {
  LEGACY_SCALE,
  type LegacyColumn,
  legacyColumns,
  type OfficialColumn,
  officialColumns,
  type Scale,
} from './tax-year-columns.ts';

/** A tax year's rows, without their ids. */
export interface TaxYearRows {
  readonly constants: Selectable<ConstantsRow>;
  readonly brackets: readonly Selectable<BracketRow>[];
  readonly sources: readonly Selectable<SourceRow>[];
}

/** Columns of `tbconstantes` with their values. */
export type ConstantValues = Partial<Record<LegacyColumn | OfficialColumn, number | null>>;

type Values = Record<string, unknown>;

/** The rows of a scale. `coeffn` follows from the scale where the year does not give it. */
export function bracketRows(
  incomeYear: number,
  scale: Scale,
  brackets: readonly (Bracket | LegacyBracket)[],
): Insertable<BracketRow>[] {
  const derived = offsets(brackets);
  return brackets.map((bracket, index) => ({
    income_year: incomeYear,
    scale,
    limite: brackets[index + 1]?.from ?? 0,
    coeffr: bracket.rate,
    coeffn: 'offset' in bracket ? bracket.offset : (derived[index] ?? 0),
  }));
}

/** The columns of the official method; null where the year has no such rule. */
export function officialValues(year: TaxYear): ConstantValues {
  return Object.fromEntries(
    Object.entries(officialColumns).map(([column, path]) => [column, valueAt(year, path)]),
  );
}

/** The columns of the earlier application; null without its constants. */
export function legacyValues({ legacy }: Pick<TaxYear, 'legacy'>): ConstantValues {
  return Object.fromEntries(
    Object.entries(legacyColumns).map(([column, field]) => [column, legacy?.[field] ?? null]),
  );
}

export function sourceRows({ incomeYear, sources }: TaxYear): Insertable<SourceRow>[] {
  return Object.entries(sources).flatMap(([subject, list]) =>
    list.map(({ text, url }) => ({ income_year: incomeYear, subject, text, url: url ?? null })),
  );
}

/** The tax year of the rows. Not checked: `taxYearSchema` does that. */
export function fromRows({ constants, brackets, sources }: TaxYearRows): unknown {
  const scale = (name: Scale) => brackets.filter((row) => row.scale === name);
  const year: Values = {
    incomeYear: constants.income_year,
    brackets: withoutOffsets(scale('income_tax')),
    cehr: {
      single: withoutOffsets(scale('cehr_single')),
      couple: withoutOffsets(scale('cehr_couple')),
    },
    modestReduction: null,
    legacy: legacyFrom(constants, scale(LEGACY_SCALE)),
    sources: sourcesFrom(sources),
  };
  for (const [column, path] of Object.entries(officialColumns)) {
    const value = constants[column as keyof typeof officialColumns];
    if (value !== null) setAt(year, path, value);
  }
  return year;
}

function legacyFrom(
  constants: Selectable<ConstantsRow>,
  rows: readonly Selectable<BracketRow>[],
): Values | null {
  if (rows.length === 0) return null;
  const columns = Object.entries(legacyColumns) as [keyof typeof legacyColumns, string][];
  const values = columns.map(([column, field]) => [field, constants[column]]);
  return { brackets: bracketsFrom(rows), ...Object.fromEntries(values) };
}

function bracketsFrom(rows: readonly Selectable<BracketRow>[]): LegacyBracket[] {
  return rows.map(({ coeffr, coeffn }, index) => ({
    from: rows[index - 1]?.limite ?? 0,
    rate: coeffr,
    offset: coeffn,
  }));
}

function withoutOffsets(rows: readonly Selectable<BracketRow>[]): Bracket[] {
  return bracketsFrom(rows).map(({ from, rate }) => ({ from, rate }));
}

function sourcesFrom(rows: readonly Selectable<SourceRow>[]): Values {
  const sources: Record<string, unknown[]> = {};
  for (const { subject, text, url } of rows) {
    sources[subject] ??= [];
    sources[subject].push(url === null ? { text } : { text, url });
  }
  return sources;
}

function valueAt(year: TaxYear, path: readonly string[]): unknown {
  return path.reduce<unknown>((value, key) => (value as Values | null)?.[key], year) ?? null;
}

function setAt(year: Values, [group, field]: readonly string[], value: number): void {
  if (group === undefined) return;
  if (field === undefined) year[group] = value;
  else year[group] = { ...(year[group] as Values | null), [field]: value };
}
