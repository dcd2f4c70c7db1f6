import type { TaxResult } from '../../tax/calculation.ts';
import type { Language, Message } from '../messages/message.ts';
import type { NumberedSimulation } from '../ports.ts';

/** What the user typed into the calculation form, as typed. */
export interface CalculationForm {
  /** `oui`, `non`, or anything else that was sent; empty when nothing was. */
  readonly married: string;
  readonly children: string;
  readonly salary: string;
  readonly incomeYear: string;
}

/** The model of a page that an action leaves in the session for the next GET (contract §1.6). Plain data. */
export type Page =
  | { readonly view: 'authentication'; readonly login: string; readonly errors: readonly Message[] }
  | {
      readonly view: 'calculation';
      readonly form: CalculationForm;
      readonly errors: readonly Message[];
      /** The result of the form as it stands; null before the first calculation and after a refused one. */
      readonly result: (TaxResult & { readonly incomeYear: number }) | null;
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

/** What a page needs besides its model. */
export interface PageContext {
  readonly language: Language;
  /** The URL of an action as the browser must see it: alias, prefix, path, token (contract §0). */
  readonly actionUrl: (path: string) => string;
  /** The entry of the application, `{R}{P}/`, which starts a new session. */
  readonly homeUrl: string;
  /** The URL of a bundled asset, named as in the asset table, with the alias in front. */
  readonly assetUrl: (name: string) => string;
  readonly signedIn: boolean;
  /** Income years offered by the form, ascending, and the one that is used when none is chosen. */
  readonly incomeYears: readonly number[];
  readonly defaultIncomeYear: number;
  /** The simulations of the session, for the list view only. */
  readonly simulations: readonly NumberedSimulation[];
}
