import type { Bracket, LegalSource } from '../years/tax-year.ts';
import { euros, toCents } from './cents.ts';
import type { NeutralGrid } from './neutral-grid.ts';
import { asTenths, type Tenths } from './rate.ts';
import type { WithholdingStep } from './rate-steps.ts';
import { WithholdingRefused } from './withholding-refused.ts';

/** The place and the day of a neutral rate. */
export interface NeutralPlace {
  /** A territory of the grid. */
  readonly territory: string;
  /** `2026-09-01` */
  readonly date: string;
}

/** The grid of a place that applies on a day. */
export interface PlacedGrid {
  readonly from: string;
  readonly brackets: readonly Bracket[];
  readonly sources: readonly LegalSource[];
}

/**
 * The last known grid applies until the end of its year; the next finance act may bring another.
 *
 * @param grids in the order of their days
 * @throws {WithholdingRefused} for a day before the first grid or after the last one's year, or a place without a grid
 */
export function gridAt(grids: readonly NeutralGrid[], { territory, date }: NeutralPlace): PlacedGrid {
  const first = grids[0]?.from ?? '';
  const last = `${grids.at(-1)?.from.slice(0, 4)}-12-31`;
  const grid = grids.findLast(({ from }) => from <= date);
  if (grid === undefined || date > last)
    throw new WithholdingRefused({ code: 'dateWithoutGrid', date, first, last });
  const { from, sources } = grid;
  const territories: Readonly<Record<string, readonly Bracket[]>> = grid.territories;
  const brackets = Object.hasOwn(territories, territory) ? territories[territory] : undefined;
  if (brackets === undefined)
    throw new WithholdingRefused({ code: 'unknownTerritory', territory, known: Object.keys(territories) });
  return { from, brackets, sources };
}

/**
 * The rate of a single person without children for a month's pay, used by an employer without a rate (CGI 204 H, III). A
 * bracket includes its lower limit.
 *
 * @param payCents net taxable pay of the month in cents
 */
export function neutralRate(
  { brackets }: PlacedGrid,
  payCents: number,
): { readonly rate: Tenths; readonly step: WithholdingStep } {
  const index = brackets.findLastIndex(({ from }) => toCents(from) <= payCents);
  const { from = 0, rate = 0 } = brackets[index] ?? {};
  const next = brackets[index + 1];
  const amounts = { pay: euros(payCents), bracketFrom: from, ...(next && { bracketTo: next.from }) };
  return {
    rate: asTenths(rate),
    step: { id: 'neutralRate', article: '204 H, III', amounts, result: rate },
  };
}
