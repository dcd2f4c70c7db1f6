import type { CannotCalculateReason } from '../tax/cannot-calculate.ts';
import type { HouseholdRule } from '../tax/household-rules.ts';
import type { BoxFault } from '../tax/return/box-faults.ts';
import type { OtherAmount, ShortField } from './fields.ts';
import type { Separator } from './separator.ts';

/** A value that cannot be used. */
export interface ValueFault {
  readonly code: 'amount' | 'children' | 'yesOrNo' | 'status' | 'incomeYear' | HouseholdRule;
  readonly field: ShortField;
  /** What its sender calls the field. */
  readonly column: string;
  readonly value: string;
  /** Ascending. */
  readonly knownYears: readonly number[];
}

/** A value that its box does not take, or not beside the others. */
export interface BoxValueFault {
  readonly code: 'box';
  /** What its sender calls the box. */
  readonly column: string;
  readonly value: string;
  readonly fault: BoxFault;
}

/** A list of boxes that cannot be read, or that says what another column says. */
export interface BoxListFault {
  readonly code: 'boxList';
  readonly column: string;
  readonly value: string;
}

/** A place that is none. */
export interface ResidenceFault {
  readonly code: 'residence';
  readonly column: string;
  readonly value: string;
}

/** A month's pay that is none. */
export interface PayFault {
  readonly code: 'monthlyPay';
  readonly column: string;
  readonly value: string;
}

/** A line that cannot be read. */
export type LineFault =
  | { readonly code: 'columnCount'; readonly expected: number; readonly found: number }
  /** It would have the right number of columns with another separator than the file's. */
  | { readonly code: 'otherSeparator'; readonly separator: Separator; readonly found: Separator }
  /** A quote that is not closed, or with something behind it. */
  | { readonly code: 'quote' }
  | { readonly code: 'lineTooLong'; readonly longest: number }
  /** It has no fault, but there is no amount to answer with. */
  | { readonly code: 'cannotCalculate'; readonly reason: CannotCalculateReason };

/** What is wrong with a column of a line. */
export type ColumnFault = ValueFault | BoxValueFault | BoxListFault | ResidenceFault | PayFault;

export type Fault = ColumnFault | LineFault;

/** A line that was not calculated, with everything that is wrong with it. */
export interface WrongLine {
  /** In the file, from 1 on: the line on which it begins. */
  readonly line: number;
  readonly faults: readonly Fault[];
}

/** Why nothing at all can be made of a file. */
export type UnusableReason =
  | { readonly code: 'empty' }
  /** There is a header, and nothing below it. */
  | { readonly code: 'noLine' }
  | { readonly code: 'notText'; readonly kind: FileKind }
  | { readonly code: 'noKnownColumn'; readonly columns: readonly Suspect[] }
  /** Left alone, its values would count as absent. */
  | { readonly code: 'misspeltColumn'; readonly columns: readonly Suspect[] }
  /** Every tax would be 0. */
  | { readonly code: 'noIncomeColumn'; readonly columns: readonly Suspect[] }
  | { readonly code: 'columnTwice'; readonly columns: readonly [string, string] }
  | { readonly code: 'headerQuote' }
  | { readonly code: 'headerTooLong'; readonly longest: number };

export type FileKind = 'zip' | 'pdf' | 'image' | 'gzip' | 'oldExcel' | 'utf16' | 'binary';

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

  constructor(reason: UnusableReason) {
    super(`unusable file: ${reason.code}`);
    this.reason = reason;
  }
}
