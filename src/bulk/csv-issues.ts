import type { Separator } from '../csv/cells.ts';
import type { NoTable } from '../csv/sniff.ts';
import type { CannotCalculateReason } from '../tax/cannot-calculate.ts';
import type { BoxIssue } from '../tax/return/box-issues.ts';
import type { HouseholdRule } from '../tax/return/household-rules.ts';
import type { OtherAmount, ShortField } from './fields.ts';

/** A value that cannot be used. */
export interface ValueIssue {
  readonly code: 'amount' | 'children' | 'yesOrNo' | 'status' | 'incomeYear' | HouseholdRule;
  readonly field: ShortField;
  /** The field as the sender names it. */
  readonly column: string;
  readonly value: string;
  /** Ascending. */
  readonly knownYears: readonly number[];
}

/** A value that its box does not accept, or not together with the others. */
export interface BoxValueIssue {
  readonly code: 'box';
  /** The box as the sender names it. */
  readonly column: string;
  readonly value: string;
  readonly issue: BoxIssue;
}

/** A list of boxes that cannot be read, or that repeats another column. */
export interface BoxListIssue {
  readonly code: 'boxList';
  readonly column: string;
  readonly value: string;
}

/** An unknown place. */
export interface ResidenceIssue {
  readonly code: 'residence';
  readonly column: string;
  readonly value: string;
}

/** A month's pay that is not an amount. */
export interface PayIssue {
  readonly code: 'monthlyPay';
  readonly column: string;
  readonly value: string;
}

/** A line that cannot be read. */
export type LineIssue =
  | { readonly code: 'columnCount'; readonly expected: number; readonly found: number }
  /** With another separator than the file's, the line would have the right number of columns. */
  | { readonly code: 'otherSeparator'; readonly separator: Separator; readonly found: Separator }
  /** A quote that is not closed, or with something after it. */
  | { readonly code: 'quote' }
  | { readonly code: 'lineTooLong'; readonly longest: number }
  /** The line has no issue, but no amount can be calculated. */
  | { readonly code: 'cannotCalculate'; readonly reason: CannotCalculateReason };

/** What is wrong with a column of a line. */
export type ColumnIssue = ValueIssue | BoxValueIssue | BoxListIssue | ResidenceIssue | PayIssue;

export type CsvIssue = ColumnIssue | LineIssue;

/** A line that was not calculated, with everything that is wrong with it. */
export interface WrongLine {
  /** The line of the file on which it begins, from 1. */
  readonly line: number;
  readonly issues: readonly CsvIssue[];
}

/** Why a whole file cannot be used. */
export type UnusableReason =
  | NoTable
  /** There is a header and no line below it. */
  | { readonly code: 'noLine' }
  | { readonly code: 'noKnownColumn'; readonly columns: readonly Suspect[] }
  /** Ignoring the column would count its values as absent. */
  | { readonly code: 'misspeltColumn'; readonly columns: readonly Suspect[] }
  /** Every tax would be 0. */
  | { readonly code: 'noIncomeColumn'; readonly columns: readonly Suspect[] }
  | { readonly code: 'columnTwice'; readonly columns: readonly [string, string] }
  | { readonly code: 'headerQuote' }
  | WorkbookIssue;

/** Why a workbook cannot be used. */
export type WorkbookIssue =
  /** It needs a password. */
  | { readonly code: 'encryptedWorkbook' }
  /** A part of it would unpack to more bytes than this. */
  | { readonly code: 'workbookTooLarge'; readonly most: number }
  | { readonly code: 'damagedWorkbook' }
  | { readonly code: 'noSheet' }
  /** Only the first of them has a value. */
  | { readonly code: 'mergedCells'; readonly range: string }
  /** More than a table of households has. */
  | { readonly code: 'tooManyColumns'; readonly most: number }
  /** More rows than a sheet can hold. */
  | { readonly code: 'tooManyRows'; readonly most: number };

/** An unknown column. */
export interface Suspect {
  readonly column: string;
  /** The nearest known name. */
  readonly nearest: string | null;
  /** The kind of amount in it that cannot be used for a calculation. */
  readonly otherAmount?: OtherAmount | undefined;
}

/** The whole file cannot be used: nothing of it was calculated. */
export class UnusableFile extends Error {
  override readonly name = 'UnusableFile';
  readonly reason: UnusableReason;

  constructor(reason: UnusableReason, cause?: unknown) {
    super(`unusable file: ${reason.code}`, { cause });
    this.reason = reason;
  }
}
