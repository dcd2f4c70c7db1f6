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
  /** What its sender calls the field. */
  readonly column: string;
  readonly value: string;
  /** Ascending. */
  readonly knownYears: readonly number[];
}

/** A value that its box does not take, or not beside the others. */
export interface BoxValueIssue {
  readonly code: 'box';
  /** What its sender calls the box. */
  readonly column: string;
  readonly value: string;
  readonly issue: BoxIssue;
}

/** A list of boxes that cannot be read, or that says what another column says. */
export interface BoxListIssue {
  readonly code: 'boxList';
  readonly column: string;
  readonly value: string;
}

/** A place that is none. */
export interface ResidenceIssue {
  readonly code: 'residence';
  readonly column: string;
  readonly value: string;
}

/** A month's pay that is none. */
export interface PayIssue {
  readonly code: 'monthlyPay';
  readonly column: string;
  readonly value: string;
}

/** A line that cannot be read. */
export type LineIssue =
  | { readonly code: 'columnCount'; readonly expected: number; readonly found: number }
  /** It would have the right number of columns with another separator than the file's. */
  | { readonly code: 'otherSeparator'; readonly separator: Separator; readonly found: Separator }
  /** A quote that is not closed, or with something behind it. */
  | { readonly code: 'quote' }
  | { readonly code: 'lineTooLong'; readonly longest: number }
  /** It has no issue, but there is no amount to answer with. */
  | { readonly code: 'cannotCalculate'; readonly reason: CannotCalculateReason };

/** What is wrong with a column of a line. */
export type ColumnIssue = ValueIssue | BoxValueIssue | BoxListIssue | ResidenceIssue | PayIssue;

export type CsvIssue = ColumnIssue | LineIssue;

/** A line that was not calculated, with everything that is wrong with it. */
export interface WrongLine {
  /** In the file, from 1 on: the line on which it begins. */
  readonly line: number;
  readonly issues: readonly CsvIssue[];
}

/** Why nothing at all can be made of a file. */
export type UnusableReason =
  | NoTable
  /** There is a header, and nothing below it. */
  | { readonly code: 'noLine' }
  | { readonly code: 'noKnownColumn'; readonly columns: readonly Suspect[] }
  /** Left alone, its values would count as absent. */
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
  /** A part of it would unpack to more than so many bytes. */
  | { readonly code: 'workbookTooLarge'; readonly most: number }
  | { readonly code: 'damagedWorkbook' }
  | { readonly code: 'noSheet' }
  /** Only the first of them has a value. */
  | { readonly code: 'mergedCells'; readonly range: string }
  /** What is to be written, which a sheet does not hold. */
  | { readonly code: 'tooManyRows'; readonly most: number };

/** A column that is not known. */
export interface Suspect {
  readonly column: string;
  /** The known name that is nearest. */
  readonly nearest: string | null;
  /** An amount of another kind than those that are calculated with. */
  readonly otherAmount?: OtherAmount | undefined;
}

/** The file as a whole cannot be used: nothing of it was calculated. */
export class UnusableFile extends Error {
  override readonly name = 'UnusableFile';
  readonly reason: UnusableReason;

  constructor(reason: UnusableReason, cause?: unknown) {
    super(`unusable file: ${reason.code}`, { cause });
    this.reason = reason;
  }
}
