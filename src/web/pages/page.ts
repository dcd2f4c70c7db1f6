import type { Language } from '../../model/language.ts';
import type { Household } from '../../tax/return/household.ts';
import type { TaxCalculator } from '../../tax/tax-calculator.ts';
import type { Message } from '../messages/message.ts';
import type { CalculationForm } from './calculation-form.ts';
import type { OtherPage } from './other-pages.ts';
import type { SimulationList } from './simulation-list.ts';

/** What was calculated last. The page computes the rest from it, so that the session keeps little. */
export interface Calculated {
  readonly household: Household;
  readonly incomeYear: number;
}

/** The model of a page that an action leaves in the session for the next GET (contract §1.6). Plain data. */
export type Page =
  | SignInPage
  | CalculationPage
  | {
      readonly view: 'simulations';
      readonly isEmpty: boolean;
      /** The simulation that has just been deleted, which can be undone. */
      readonly deleted: number | null;
      /** What an address without a query shows: the part of the list that the visitor has just changed something of. */
      readonly shown?: string;
      readonly kept?: CalculationPage;
    }
  | { readonly view: 'errors'; readonly errors: readonly Message[]; readonly kept?: CalculationPage };

export interface SignInPage {
  readonly view: 'authentication';
  readonly login: string;
  readonly errors: readonly Message[];
  /** Why somebody is led here who wanted something else. */
  readonly notice?: SignInNotice;
  readonly kept?: CalculationPage;
  /** What they wanted (`resume.ts`). It travels in the form: nothing of it is stored for a stranger. */
  readonly resume?: string;
}

/** Other pages keep it, so that whoever comes back to the calculation finds what was typed. */
export interface CalculationPage {
  readonly view: 'calculation';
  readonly form: CalculationForm;
  readonly errors: readonly Message[];
  /** Null before the first calculation and after a refused one. */
  readonly calculated: Calculated | null;
  /** What a visitor is led to: what the calculation says, or the form that has just been changed for the other. */
  readonly startsAt: 'outcome' | 'form';
  /** Shown while somebody types, and not kept as a simulation; never stored. */
  readonly isPreview?: boolean;
  /** Of a calculation that a link holds, which is shown and not kept: what of the link was not read. */
  readonly link?: { readonly leftOut: readonly string[] };
}

export type SignInNotice = 'expired' | 'expiredWithForm' | 'needed' | 'cookies' | 'link';

export type View = Page['view'];

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
  /** `https://host`, in front of a URL for somebody else. */
  readonly origin: string;
  /** The day of the request, `2026-11-28`. */
  readonly today: string;
  /** The entry of the application, `{R}{P}/`, which starts a new session. */
  readonly homeUrl: string;
  /** Where somebody goes to sign in. */
  readonly signInUrl: string;
  /** What the address asks for behind its question mark. */
  readonly query: URLSearchParams;
  /** The URL of a bundled asset, named as in the asset table, with the alias in front. */
  readonly assetUrl: (name: string) => string;
  /** The login of the signed-in visitor. */
  readonly user: string | null;
  /** The view of the contract that the session is on; null without one. */
  readonly currentView: View | null;
  /** Whether the visitor may sign in with the password that the server printed at its start. */
  readonly hasPrintedPassword: boolean;
  /** Income years offered by the form, ascending, and the one that is used when none is chosen. */
  readonly incomeYears: readonly number[];
  readonly defaultIncomeYear: number;
  /** Computes what the calculation page shows; null on a page that belongs to no session. */
  readonly tax: TaxCalculator | null;
  /** What the list view shows of the session's simulations; empty for the others. */
  readonly simulations: SimulationList;
}
