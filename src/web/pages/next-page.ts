import type { ActionRequest } from '../contract/action-request.ts';
import type { Outcome } from '../contract/action-result.ts';
import { limits } from '../http/limits.ts';
import { asTyped, emptyForm, formOf, isCalculationForm, otherForm } from './calculation-form.ts';
import type { Calculated, Page } from './page.ts';

type Form = ActionRequest['form'];
type CalculationPage = Extract<Page, { view: 'calculation' }>;

/** What an action left to say, what was posted to it, and the calculation page that it was posted from, if any. */
interface Turn {
  readonly outcome: Outcome;
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
  [
    201,
    ({ outcome, posted }) => ({
      view: 'authentication',
      login: typedLogin(posted),
      errors: outcome.messages,
    }),
  ],
  [200, () => emptyCalculation],
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
export function nextPage(outcome: Outcome, posted: Form, current: Page | null): Page {
  const from = current?.view === 'calculation' ? current : emptyCalculation;
  return (
    nextPages.get(outcome.etat)?.({ outcome, posted, from }) ?? { view: 'errors', errors: outcome.messages }
  );
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
  if (page.view === 'calculation' && isCalculationForm(posted))
    return { ...page, form: asTyped(posted, page.form) };
  return page;
}

function typedLogin(posted: Form): string {
  return (posted.get('user') ?? '').slice(0, limits.shownCharacters);
}

function calculatedPage({ outcome, posted, from }: Turn): Page {
  return { ...emptyCalculation, form: asTyped(posted, from.form), calculated: calculatedBy(outcome) };
}

function refusedPage({ outcome, posted, from }: Turn): Page {
  return { ...emptyCalculation, form: asTyped(posted, from.form), errors: outcome.messages };
}

function openedPage({ outcome }: Turn): Page {
  const calculated = calculatedBy(outcome);
  if (!calculated) return emptyCalculation;
  return { ...emptyCalculation, form: formOf(calculated.household, calculated.incomeYear), calculated };
}

function calculatedBy({ simulation }: Outcome): Calculated | null {
  return simulation ? { household: simulation.household, incomeYear: simulation.incomeYear } : null;
}

function simulationsPage({ outcome: { reponse, deleted } }: Turn): Page {
  return {
    view: 'simulations',
    isEmpty: Array.isArray(reponse) && reponse.length === 0,
    deleted: deleted ?? null,
  };
}
