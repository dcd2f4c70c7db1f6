/** The two ways of computing: the law (tax years 2018 on), or the earlier application's algorithm (contract §7). */
export type Method = 'official' | 'legacy';

/** What every method answers: whole euros, and the marginal rate as a fraction (contract §1.3). */
export interface TaxResult {
  /** `impôt`: what has to be paid. */
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
