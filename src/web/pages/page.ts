import type { Language } from '../../model/language.ts';
import type { Household } from '../../tax/return/household.ts';
import type { TaxCalculator } from '../../tax/tax-calculator.ts';
import type { Message } from '../messages/message.ts';
import type { CalculationForm } from './calculation-form.ts';
import type { OtherPage } from './other-pages.ts';
import type { SimulationList } from './simulation-list.ts';

/** The latest calculation. The page computes the rest from it, so that the session stays small. */
export interface Calculated {
  readonly household: Household;
  readonly incomeYear: number;
}

/** The model of a page that an action stores in the session for the next GET (contract §1.6). Plain data. */
export type Page =
  | SignInPage
  | CalculationPage
  | {
      readonly view: 'simulations';
      readonly isEmpty: boolean;
      /** The simulation that has just been deleted, which can be undone. */
      readonly deleted: number | null;
      /** What an address without a query shows: the part of the list where the last change was made. */
      readonly shown?: string;
      readonly kept?: CalculationPage;
    }
  | { readonly view: 'errors'; readonly errors: readonly Message[]; readonly kept?: CalculationPage };

export interface SignInPage {
  readonly view: 'authentication';
  readonly login: string;
  readonly errors: readonly Message[];
  /** Why somebody was sent to the sign-in. */
  readonly notice?: SignInNotice;
  readonly kept?: CalculationPage;
  /** What they wanted (`resume.ts`). It is kept in the form, and not stored for a stranger. */
  readonly resume?: string;
}

/** Other pages keep it, so that the calculation is found as it was left. */
export interface CalculationPage {
  readonly view: 'calculation';
  readonly form: CalculationForm;
  readonly errors: readonly Message[];
  /** Null before the first calculation and after a refused one. */
  readonly calculated: Calculated | null;
  /** Where the page starts: at the result, or at the form after a change between the two forms. */
  readonly startsAt: 'outcome' | 'form';
  /** Shown while somebody types, and not kept as a simulation; never stored. */
  readonly isPreview?: boolean;
  /** A calculation from a link, which is shown and not kept: the parts of the link that were not used. */
  readonly link?: { readonly leftOut: readonly string[] };
}

export type SignInNotice = 'expired' | 'expiredWithForm' | 'needed' | 'cookies' | 'link';

export type View = Page['view'];

export type AnyPage = Page | OtherPage;

/** What a page needs besides its model. */
export interface PageContext {
  readonly language: Language;
  /** The URL to which the language switch posts; it leads back to this page. */
  readonly languageUrl: (language: Language) => string;
  /** The URL of an action for the browser: alias, prefix, path, token (contract §0). */
  readonly actionUrl: (path: string) => string;
  /** The URL of a page that is not an action and has no token: alias, prefix, path. */
  readonly pageUrl: (path: string) => string;
  /** `https:host`, to complete a URL for another person. */
  readonly origin: string;
  /** The day of the request, `2026-11-28`. */
  readonly today: string;
  /** The entry of the application, `{R}{P}/`, which starts a new session. */
  readonly homeUrl: string;
  /** The URL of the sign-in. */
  readonly signInUrl: string;
  /** The query of the address. */
  readonly query: URLSearchParams;
  /** The URL of a bundled asset, named as in the asset table, with the alias in front. */
  readonly assetUrl: (name: string) => string;
  /** The login of the signed-in visitor. */
  readonly user: string | null;
  /** The view of the contract that the session is on; null without one. */
  readonly currentView: View | null;
  /** Whether the visitor may sign in with the password printed at the server's start. */
  readonly hasPrintedPassword: boolean;
  /** Income years offered by the form, ascending, and the one that is used when none is chosen. */
  readonly incomeYears: readonly number[];
  readonly defaultIncomeYear: number;
  /** Computes the content of the calculation page; null on a page without a session. */
  readonly tax: TaxCalculator | null;
  /** The part of the session's simulations on the list view; empty on other pages. */
  readonly simulations: SimulationList;
}
