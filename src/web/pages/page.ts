import type { Method } from '../../tax/calculation.ts';
import type { Household } from '../../tax/household.ts';
import type { TaxOffice } from '../../tax/tax-office.ts';
import type { TaxYear } from '../../tax/tax-year.ts';
import type { Language, Message } from '../messages/message.ts';
import type { NumberedSimulation } from '../ports.ts';
import type { CalculationForm } from './calculation-form.ts';

/** What was calculated last. The page computes the rest from it, so that the session keeps little. */
export interface Calculated {
  readonly household: Household;
  readonly incomeYear: number;
}

/** The model of a page that an action leaves in the session for the next GET (contract §1.6). Plain data. */
export type Page =
  | { readonly view: 'authentication'; readonly login: string; readonly errors: readonly Message[] }
  | {
      readonly view: 'calculation';
      readonly form: CalculationForm;
      readonly errors: readonly Message[];
      /** Null before the first calculation and after a refused one. */
      readonly calculated: Calculated | null;
      /** What a visitor is led to: what the calculation says, or the form that has just been changed for the other. */
      readonly startsAt: 'outcome' | 'form';
    }
  | { readonly view: 'simulations'; readonly isEmpty: boolean }
  | { readonly view: 'errors'; readonly errors: readonly Message[] };

export type View = Page['view'];

/** A page outside the flow of views: an HTTP status explained, with a way out. Never stored. */
export interface StatusPage {
  readonly view: 'status';
  readonly status: number;
  readonly messages: readonly Message[];
  readonly retryAfterSeconds?: number;
}

/** The tax values of all income years, ascending. Public law: made for the request, never stored. */
export interface YearsPage {
  readonly view: 'years';
  readonly years: readonly TaxYear[];
  /** The view that a signed-in visitor comes from. */
  readonly returnTo: View | null;
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
  readonly returnTo: View | null;
}

/** A page that is no view of the contract. */
export type OtherPage = StatusPage | YearsPage | YearPage;

export type AnyPage = Page | OtherPage;

/** What a page needs besides its model. */
export interface PageContext {
  readonly language: Language;
  /** Where the switch of languages posts to; it leads back to this page. */
  readonly languageUrl: (language: Language) => string;
  /** The URL of an action as the browser must see it: alias, prefix, path, token (contract §0). */
  readonly actionUrl: (path: string) => string;
  /** The URL of a page that is no action and has no token: alias, prefix, path. */
  readonly pageUrl: (path: string) => string;
  /** The entry of the application, `{R}{P}/`, which starts a new session. */
  readonly homeUrl: string;
  /** The URL of a bundled asset, named as in the asset table, with the alias in front. */
  readonly assetUrl: (name: string) => string;
  /** The login of the signed-in visitor. */
  readonly user: string | null;
  /** Income years offered by the form, ascending, and the one that is used when none is chosen. */
  readonly incomeYears: readonly number[];
  readonly defaultIncomeYear: number;
  /** Computes what the calculation page shows; null on a page that belongs to no session. */
  readonly tax: TaxOffice | null;
  /** The simulations of the session, for the list view only. */
  readonly simulations: readonly NumberedSimulation[];
}
