import type { ReturnValues } from '../rules/return-year.ts';
import type { NeutralGrid } from '../withholding/neutral-grid.ts';
import type { TaxYear } from './tax-year.ts';

/** All values of an income year: the content of its file and of its document in the database. `taxYearSchema` holds the rules. */
export interface TaxYearDocument extends TaxYear {
  /** For the other boxes of the return. Null in a year without them, which computes only wages, pensions and children. */
  readonly return: ReturnValues | null;
  /** For the months of the following year, in the order of their days; empty in a year without them. */
  readonly neutralRates: readonly NeutralGrid[];
}
