import type { ReturnValues } from '../rules/return-year.ts';
import type { NeutralGrid } from '../withholding/neutral-grid.ts';
import type { TaxYear } from './tax-year.ts';

/** All values of an income year: what a file of a year says, and the database keeps. `taxYearSchema` holds the rules. */
export interface TaxYearDocument extends TaxYear {
  /** Of the other boxes of the return. Null in a year without them, which computes wages, pensions and children alone. */
  readonly return: ReturnValues | null;
  /** Of the months of the year after, in the order of their days; empty in a year without them. */
  readonly neutralRates: readonly NeutralGrid[];
}
