/** A section of the return, in the order of the form. */
export type Section =
  | 'family'
  | 'incomes'
  | 'otherIncomes'
  | 'deductions'
  | 'reductionsAndCredits'
  | 'withheld';

/** The highest value of a box: one figure for all years, or a figure from an income year on. */
export type Bound = number | readonly { readonly from: number; readonly max: number }[];

/** A box of the return. Amounts are whole euros, a tick is 0 or 1. */
export interface BoxRow {
  /** As the form prints it; that of the first declarant where each has one. */
  readonly code: string;
  /** The second declarant's box, only with the owner `declarants`. */
  readonly second?: string;
  /** In the code and the API. */
  readonly name: string;
  readonly owner: 'household' | 'declarants' | 'dependants';
  readonly kind: 'euros' | 'count' | 'tick' | 'birthYear' | 'choice';
  /** The answers of a `choice`. */
  readonly choices?: readonly string[];
  readonly max?: Bound;
  /** The first income year that has the box; absent for all years. */
  readonly from?: number;
  /** Column of a CSV, English and French; a 1 or a 2 is added for each declarant. */
  readonly csv: readonly [en: string, fr: string];
  /** Articles of the CGI. */
  readonly law: string;
}
