/** The two ways of computing: the law (tax years 2018 on), or the earlier application's algorithm (contract §7). */
export type Method = 'official' | 'legacy';

/** The result of every method: whole euros, and the marginal rate as a fraction (contract §1.3). */
export interface TaxResult {
  /** `impôt`: the amount to pay. */
  readonly amountDue: number;
  /** `surcôte`: what the cap on the family quotient adds. */
  readonly surcharge: number;
  /** `décôte`: relief for low taxes. */
  readonly decote: number;
  /** `réduction`: the 20 % reduction of income years 2018 and 2019. */
  readonly reduction: number;
  /** `taux`: the rate of the highest bracket reached. */
  readonly rate: number;
}
