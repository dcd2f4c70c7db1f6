import type { ActionRequest } from '../contract/action-request.ts';
import type { ActionResult } from '../contract/action-result.ts';
import { limits } from '../http/limits.ts';
import type { Message } from '../messages/message.ts';
import { asTyped, emptyForm, formOf, isCalculationForm, otherForm } from './calculation-form.ts';
import type { Calculated, CalculationPage, Page, SignInPage, View } from './page.ts';
import { resumedCalculation } from './resume.ts';

type Form = ActionRequest['form'];

/** What an action left to say, what was posted to it, and the calculation page that it was posted from, if any. */
interface Turn {
  readonly result: ActionResult;
  readonly posted: Form;
  readonly from: CalculationPage;
}

/** The calculation before anything was typed. */
export const emptyCalculation: CalculationPage = {
  view: 'calculation',
  form: emptyForm,
  errors: [],
  calculated: null,
  startsAt: 'outcome',
};

/** The page that follows an ADS action, by its `état` (contract §1.6). Any other `état` leads to the errors. */
const nextPages = new Map<number, (turn: Turn) => Page>([
  [700, () => ({ view: 'authentication', login: '', errors: [] })],
  [201, ({ result, posted }) => signInPage(posted, result.messages)],
  [200, signedInPage],
  [800, () => emptyCalculation],
  [300, calculatedPage],
  [301, refusedPage],
  [1600, calculatedPage],
  [1601, refusedPage],
  [
    1700,
    ({ posted, from }) => ({ ...from, form: otherForm(posted, from.form), errors: [], startsAt: 'form' }),
  ],
  [1800, openedPage],
  [500, simulationsPage],
  [600, simulationsPage],
  [2000, simulationsPage],
  [2100, simulationsPage],
]);

/** @param current the page that the session is on */
export function nextPage(result: ActionResult, posted: Form, current: Page | null): Page {
  const turn = { result, posted, from: calculationBehind(current) };
  return (nextPages.get(result.etat) ?? errorsPage)(turn);
}

/** What a person finds who comes from any page of the session to a view; null where there is nothing to find. */
export function pageAgain(view: View, current: Page | null): Page | null {
  if (current?.view === view) return current;
  if (view === 'calculation') return calculationBehind(current);
  if (view !== 'simulations') return null;
  return { view, isEmpty: false, deleted: null, kept: calculationBehind(current) };
}

/** The calculation that the session is on, or was on before. */
export function calculationBehind(current: Page | null): CalculationPage {
  if (current?.view === 'calculation') return current;
  return (current?.view !== 'authentication' && current?.kept) || emptyCalculation;
}

/** The ASV action that shows a page (contract §1.6). */
export const viewPaths = {
  authentication: '/afficher-vue-authentification',
  calculation: '/afficher-vue-calcul-impot',
  simulations: '/afficher-vue-liste-simulations',
  errors: '/afficher-vue-liste-erreurs',
} as const satisfies Record<Page['view'], string>;

/** The page with what stands in its fields, when they are sent with something else than the page's own action. */
export function withTyped(page: Page, posted: Form): Page {
  if (page.view === 'authentication' && posted.has('user')) return { ...page, login: typedLogin(posted) };
  if (page.view === 'authentication' || !isCalculationForm(posted)) return page;
  const calculation = withForm(calculationBehind(page), posted);
  return page.view === 'calculation' ? calculation : { ...page, kept: calculation };
}

function withForm(page: CalculationPage, posted: Form): CalculationPage {
  return isCalculationForm(posted) ? { ...page, form: asTyped(posted, page.form) } : page;
}

/** The sign-in form with the login that was typed, never the password. */
export function signInPage(posted: Form, errors: readonly Message[]): SignInPage {
  return { view: 'authentication', login: typedLogin(posted), errors };
}

function typedLogin(posted: Form): string {
  return (posted.get('user') ?? '').slice(0, limits.shownCharacters);
}

/** What somebody wanted who had to sign in first. */
function signedInPage({ posted }: Turn): Page {
  const typed = resumedCalculation(posted);
  if (typed === null) return emptyCalculation;
  return { ...emptyCalculation, form: asTyped(typed, emptyForm), startsAt: 'form' };
}

function errorsPage({ result, posted, from }: Turn): Page {
  return { view: 'errors', errors: result.messages, kept: withForm(from, posted) };
}

function calculatedPage({ result, posted, from }: Turn): Page {
  return { ...emptyCalculation, form: asTyped(posted, from.form), calculated: calculatedBy(result) };
}

function refusedPage({ result, posted, from }: Turn): Page {
  return { ...emptyCalculation, form: asTyped(posted, from.form), errors: result.messages };
}

function openedPage({ result }: Turn): Page {
  const calculated = calculatedBy(result);
  if (!calculated) return emptyCalculation;
  return { ...emptyCalculation, form: formOf(calculated.household, calculated.incomeYear), calculated };
}

function calculatedBy({ simulation }: ActionResult): Calculated | null {
  return simulation ? { household: simulation.household, incomeYear: simulation.incomeYear } : null;
}

function simulationsPage({ result: { reponse, deleted }, from }: Turn): Page {
  return {
    view: 'simulations',
    isEmpty: Array.isArray(reponse) && reponse.length === 0,
    deleted: deleted ?? null,
    kept: from,
  };
}
