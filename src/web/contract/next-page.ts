import { asTyped, emptyForm, formOf, isDetailedForm, otherForm } from '../pages/calculation-form.ts';
import { emptyCalculation, keeping, signInPage, withForm } from '../pages/kept-pages.ts';
import type { Calculated, CalculationPage, Page } from '../pages/page.ts';
import { paths, viewPaths } from '../pages/paths.ts';
import { carriedBy, resumedCalculation, resumedPage } from '../pages/resume.ts';
import { listQuery, partQuery } from '../pages/simulation-list.ts';
import { naturalOrder } from '../pages/simulation-order.ts';
import type { ActionResult } from './action-result.ts';

/** The result of an action, what was posted to it, and the client. */
export interface Turn {
  readonly result: ActionResult;
  readonly posted: ReadonlyMap<string, string>;
  /** The query of the action's address. */
  readonly query: URLSearchParams;
  /** The calculation page that the session is on, or was on before. */
  readonly from: CalculationPage;
  /** A user of the pages arrives by the Back button, a bookmark or the address of the server. */
  readonly isVisit: boolean;
  /** A person can sign in at once: as far as known, the browser keeps cookies. */
  readonly canSignIn: boolean;
}

/** What a browser gets (contract §1.6). */
export type Next =
  /** The page is stored, and the browser is redirected to its view, or to another address. */
  | { readonly kind: 'view'; readonly page: Page; readonly path: string; readonly hasToken: boolean }
  | { readonly kind: 'redirect'; readonly path: string }
  /** The page that is already stored. */
  | { readonly kind: 'stored' }
  /** The result of a calculation, for the script of its page; nothing is stored. */
  | { readonly kind: 'outcome'; readonly page: CalculationPage }
  /** The sign-in form itself, which keeps what was wanted and typed. */
  | { readonly kind: 'sign-in' };

export type NextPage = (turn: Turn) => Next;

function view(page: Page): Next {
  return { kind: 'view', page, path: viewPaths[page.view], hasToken: true };
}

export const stored: NextPage = () => ({ kind: 'stored' });

/** A person finds the calculation as they left it. */
export const signInOrReturn: NextPage = ({ isVisit, from }) =>
  view(isVisit ? from : signInPage(new Map(), []));

/** A person finds the calculation as they left it; a program, an empty one. */
export const calculation: NextPage = ({ isVisit, from }) => view(isVisit ? from : emptyCalculation);

export const newSession: NextPage = () => ({ kind: 'redirect', path: paths.startSession('html') });

/** The page for which somebody had to sign in. */
export const wanted: NextPage = ({ posted, from }) => {
  const typed = resumedCalculation(posted);
  const page: Page =
    typed === null ? from : { ...emptyCalculation, form: asTyped(typed, emptyForm), startsAt: 'form' };
  return { kind: 'view', page, ...(resumedPage(posted) ?? { path: viewPaths[page.view], hasToken: true }) };
};

/** The sign-in form, with the same hidden fields. */
export const signInAgain: NextPage = ({ result, posted, from }) =>
  carriedBy(posted) === null ? view(keeping(from, signInPage(posted, result.messages))) : { kind: 'sign-in' };

/** Without a session: a person can sign in at once, a program gets the refusal. */
export const signInFirst: NextPage = (turn) => (turn.canSignIn ? { kind: 'sign-in' } : errors(turn));

export const errors: NextPage = ({ result, posted, from }) =>
  view({ view: 'errors', errors: result.messages, kept: withForm(from, posted) });

export const calculated: NextPage = ({ result, posted, from }) =>
  view({ ...emptyCalculation, form: asTyped(posted, from.form), calculated: calculatedBy(result) });

/** The page's content while somebody types. Without a salary no issue is shown yet. */
export const preview: NextPage = ({ result, posted, from }) => {
  const isBegun = isDetailedForm(posted) || Boolean(posted.get('salaire')?.trim());
  const page: CalculationPage = {
    ...emptyCalculation,
    form: asTyped(posted, from.form),
    errors: isBegun ? result.messages : [],
    calculated: result.kind === 'success' ? (result.previewed ?? null) : null,
    startsAt: 'form',
    isPreview: true,
  };
  return { kind: 'outcome', page };
};

export const formAgain: NextPage = ({ result, posted, from }) =>
  view({ ...emptyCalculation, form: asTyped(posted, from.form), errors: result.messages });

export const otherFormOfCalculation: NextPage = ({ posted, from }) =>
  view({ ...from, form: otherForm(posted, from.form), errors: [], startsAt: 'form' });

export const opened: NextPage = ({ result }) => {
  const found = calculatedBy(result);
  if (!found) return view(emptyCalculation);
  return view({ ...emptyCalculation, form: formOf(found.household, found.incomeYear), calculated: found });
};

/** After a change, the same part of the list is shown again. */
export const simulations: NextPage = ({ result, query, from }) =>
  view({
    view: 'simulations',
    isEmpty: Array.isArray(result.reponse) && result.reponse.length === 0,
    deleted: (result.kind === 'success' && result.deleted) || null,
    ...(query.size > 0 && { shown: String(listQuery(query)) }),
    kept: from,
  });

export const compared: NextPage = ({ result, from }) => {
  const ids = (result.kind === 'success' && result.compared) || [];
  const shown = partQuery({ order: naturalOrder, page: 1, compared: ids });
  return view({ view: 'simulations', isEmpty: false, deleted: null, shown: String(shown), kept: from });
};

function calculatedBy(result: ActionResult): Calculated | null {
  const simulation = result.kind === 'success' && result.simulation;
  return simulation ? { household: simulation.household, incomeYear: simulation.incomeYear } : null;
}
