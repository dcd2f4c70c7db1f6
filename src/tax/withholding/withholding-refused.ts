/** Why the withholding cannot be calculated as asked, with the allowed values. */
export type WithholdingIssue =
  /** A month's pay must be above 0 euros. */
  | { readonly code: 'payNotPositive'; readonly declarant: 1 | 2; readonly pay: number }
  /** The rules of the rates are established from the incomes of `from` on. */
  | { readonly code: 'yearWithoutRates'; readonly year: number; readonly from: number }
  /** Grids of the neutral rate are known from the first date to the last one, both included. */
  | {
      readonly code: 'dateWithoutGrid';
      readonly date: string;
      readonly first: string;
      readonly last: string;
    }
  | {
      readonly code: 'unknownTerritory';
      readonly territory: string;
      readonly known: readonly string[];
    }
  /** Individual rates are for couples. */
  | { readonly code: 'alone' };

export class WithholdingRefused extends Error {
  override readonly name = 'WithholdingRefused';
  readonly issue: WithholdingIssue;

  constructor(issue: WithholdingIssue) {
    super(`withholding refused: ${issue.code}`);
    this.issue = issue;
  }
}
