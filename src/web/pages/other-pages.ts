import type { ApiReference } from '../../model/api-reference.ts';
import type { FileFailure, FileJob, FileLimits } from '../../model/file-jobs.ts';
import type { Household } from '../../tax/return/household.ts';
import type { Method } from '../../tax/tax-result.ts';
import type { Withholding } from '../../tax/withholding/withholding.ts';
import type { TaxYear } from '../../tax/years/tax-year.ts';
import type { Message } from '../messages/message.ts';
import type { SentForm } from './sent-again.ts';

/** A page outside the flow of views: an HTTP status explained, with a way out. Never stored. */
export interface StatusPage {
  readonly view: 'status';
  readonly status: number;
  readonly message: Message;
  /** What was typed, if it may be sent again. */
  readonly sent: SentForm | null;
}

/** The tax values of all income years, ascending. Public law: made for the request, never stored. */
export interface YearsPage {
  readonly view: 'years';
  readonly years: readonly TaxYear[];
}

/** The tax values of one income year beside those of the year before it. */
export interface YearPage {
  readonly view: 'year';
  readonly method: Method;
  readonly year: TaxYear;
  /** Null for the first year that is known. */
  readonly previous: TaxYear | null;
  /** Every known year, ascending. */
  readonly years: readonly number[];
}

/** The form for sending files of households, and the session's files. */
export interface FilesPage {
  readonly view: 'files';
  readonly jobs: readonly FileJob[];
  readonly limits: FileLimits;
  /** Why the last form was refused; null when it was not. */
  readonly failure: FileFailure | null;
}

/** One file of households: its progress, then its results. */
export interface FilePage {
  readonly view: 'file';
  /** Null when this instance does not know the job (any more). */
  readonly job: FileJob | null;
  readonly limits: FileLimits;
}

/** Every box of the return, explained. Public law: made for the request, never stored. */
export interface BoxesPage {
  readonly view: 'boxes';
}

/** The withholding from a household's pay. Made for the request, never stored. */
export interface WithholdingPage {
  readonly view: 'withholding';
  /** As typed, by the names of the form. */
  readonly fields: ReadonlyMap<string, string>;
  /** Years with rates, ascending. */
  readonly years: readonly number[];
  readonly territories: readonly string[];
  readonly errors: readonly Message[];
  /** Null before the first question, and with errors. */
  readonly answer: Withholding | null;
  readonly household: Household | null;
}

/** The documentation of the API. Made for the request, never stored. */
export interface ApiPage {
  readonly view: 'api';
  readonly reference: ApiReference;
  /** Whose commands are shown first. */
  readonly isWindows: boolean;
}

/** What is lost with the session, before it ends. */
export interface EndPage {
  readonly view: 'end';
  readonly simulations: number;
  readonly files: number;
}

/** A page that is not a view of the contract. */
export type OtherPage =
  | ApiPage
  | WithholdingPage
  | BoxesPage
  | EndPage
  | StatusPage
  | YearsPage
  | YearPage
  | FilesPage
  | FilePage;
