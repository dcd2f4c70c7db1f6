import { limits } from '../http/limits.ts';
import type { Message } from '../messages/message.ts';
import { asTyped, emptyForm, isCalculationForm } from './calculation-form.ts';
import type { CalculationPage, Page, SignInPage, View } from './page.ts';

type Posted = ReadonlyMap<string, string>;

/** The calculation before anything was typed. */
export const emptyCalculation: CalculationPage = {
  view: 'calculation',
  form: emptyForm,
  errors: [],
  calculated: null,
  startsAt: 'outcome',
};

/** The calculation that the session is on, or was on before. */
export function calculationBehind(current: Page | null): CalculationPage {
  if (current?.view === 'calculation') return current;
  return current?.kept ?? emptyCalculation;
}

/** What a person finds who comes from any page of the session to a view; null where there is nothing to find. */
export function pageAgain(view: View, current: Page | null): Page | null {
  if (current?.view === view) return current;
  if (view === 'calculation') return calculationBehind(current);
  if (view !== 'simulations') return null;
  return { view, isEmpty: false, deleted: null, kept: calculationBehind(current) };
}

/** The same for somebody who has not signed in, on a public server: they may sign in from any page. */
export function pageOfStranger(view: View, current: Page | null): Page | null {
  const signsIn = view === 'authentication' && current?.view !== view;
  return signsIn ? keeping(calculationBehind(current), signInPage(new Map(), [])) : pageAgain(view, current);
}

/** A sign-in form behind which the calculation is found again, if there is one. */
export function keeping(kept: CalculationPage, page: SignInPage): SignInPage {
  return kept === emptyCalculation ? page : { ...page, kept };
}

/** The page with what stands in its fields, when they are sent with something else than the page's own action. */
export function withTyped(page: Page, posted: Posted): Page {
  if (page.view === 'authentication' && posted.has('user')) return { ...page, login: typedLogin(posted) };
  if (page.view === 'authentication' || !isCalculationForm(posted)) return page;
  const calculation = withForm(calculationBehind(page), posted);
  return page.view === 'calculation' ? calculation : { ...page, kept: calculation };
}

/** The calculation page with the form as it was posted, if it was. */
export function withForm(page: CalculationPage, posted: Posted): CalculationPage {
  return isCalculationForm(posted) ? { ...page, form: asTyped(posted, page.form) } : page;
}

/** The sign-in form with the login that was typed, never the password. */
export function signInPage(posted: Posted, errors: readonly Message[]): SignInPage {
  return { view: 'authentication', login: typedLogin(posted), errors };
}

function typedLogin(posted: Posted): string {
  return (posted.get('user') ?? '').slice(0, limits.shownCharacters);
}
