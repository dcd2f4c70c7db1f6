import type { LegalSource } from '../years/tax-year.ts';
import { euros } from './cents.ts';
import type { NeutralGrid } from './neutral-grid.ts';
import { gridAt, type NeutralPlace, neutralRate } from './neutral-rate.ts';
import { type Plan, planOf, type Settled } from './plan.ts';
import type { Pay } from './question.ts';
import { type Tenths, takenFrom } from './rate.ts';
import type { WithholdingStep } from './rate-steps.ts';

/** The withholding of an employer without a rate, by each person's pay of the month. */
export interface NeutralPlan extends Plan, NeutralPlace {
  readonly steps: readonly WithholdingStep[];
  /** The day from which the grid applies, and its legal source. */
  readonly gridFrom: string;
  readonly sources: readonly LegalSource[];
  /**
   * What the household pays itself each month where its own rates are higher, in euros; null where these cannot be
   * calculated.
   */
  readonly monthlySupplement: number | null;
}

/**
 * @param ownRates of each declarant, which the neutral rate replaces
 * @throws {WithholdingRefused}
 */
export function neutralPlan(
  pays: readonly Pay[],
  place: NeutralPlace,
  grids: readonly NeutralGrid[],
  ownRates: readonly Tenths[] | null,
  settled: Settled,
): NeutralPlan {
  const grid = gridAt(grids, place);
  const people = pays.map((pay) => ({ ...pay, ...neutralRate(grid, pay.cents) }));
  const supplement = (rates: readonly Tenths[]) =>
    people.reduce((sum, person) => {
      const own = takenFrom(person.cents, rates[person.declarant - 1] ?? 0);
      return sum + Math.max(0, own - takenFrom(person.cents, person.rate));
    }, 0);
  return {
    ...planOf(people, settled),
    ...place,
    steps: people.map(({ step, declarant }) => ({ ...step, declarant })),
    gridFrom: grid.from,
    sources: grid.sources,
    monthlySupplement: ownRates && euros(supplement(ownRates)),
  };
}
