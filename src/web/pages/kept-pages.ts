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

/** The calculation page that the session is on or was on before. */
export function calculationBehind(current: Page | null): CalculationPage {
  if (current?.view === 'calculation') return current;
  return current?.kept ?? emptyCalculation;
}

/** The page that a person finds on coming to a view from any page of the session; null where there is none. */
export function pageAgain(view: View, current: Page | null): Page | null {
  if (current?.view === view) return current;
  if (view === 'calculation') return calculationBehind(current);
  if (view !== 'simulations') return null;
  return { view, isEmpty: false, deleted: null, kept: calculationBehind(current) };
}

/** The same for a stranger on a public server, who may sign in from any page. */
export function pageOfStranger(view: View, current: Page | null): Page | null {
  const signsIn = view === 'authentication' && current?.view !== view;
  return signsIn ? keeping(calculationBehind(current), signInPage(new Map(), [])) : pageAgain(view, current);
}

/** A sign-in form that keeps the calculation, if there is one. */
export function keeping(kept: CalculationPage, page: SignInPage): SignInPage {
  return kept === emptyCalculation ? page : { ...page, kept };
}

/** The page with the values typed into its fields, sent together with another action. */
export function withTyped(page: Page, posted: Posted): Page {
  if (page.view === 'authentication' && posted.has('user')) return { ...page, login: typedLogin(posted) };
  if (page.view === 'authentication' || !isCalculationForm(posted)) return page;
  const calculation = withForm(calculationBehind(page), posted);
  return page.view === 'calculation' ? calculation : { ...page, kept: calculation };
}

/** The calculation page with the posted form, if there is one. */
export function withForm(page: CalculationPage, posted: Posted): CalculationPage {
  return isCalculationForm(posted) ? { ...page, form: asTyped(posted, page.form) } : page;
}

/** The sign-in form with the typed login, never the password. */
export function signInPage(posted: Posted, errors: readonly Message[]): SignInPage {
  return { view: 'authentication', login: typedLogin(posted), errors };
}

function typedLogin(posted: Posted): string {
  return (posted.get('user') ?? '').slice(0, limits.shownCharacters);
}
