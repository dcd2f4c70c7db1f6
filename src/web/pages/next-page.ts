import type { ActionRequest } from '../action-request.ts';
import { limits } from '../inputs/limits.ts';
import type { Outcome } from '../outcome.ts';
import type { CalculationForm, Page } from './page.ts';

type Form = ActionRequest['form'];
type NextPage = (outcome: Outcome, form: Form) => Page;

const emptyForm: CalculationForm = { married: '', children: '', salary: '', incomeYear: '' };
/** The form before anything was typed. */
export const emptyCalculation: Page = { view: 'calculation', form: emptyForm, errors: [], result: null };

/** The page that follows an ADS action, by its `état` (contract §1.6). Any other `état` leads to the errors. */
const nextPages = new Map<number, NextPage>([
  [700, () => ({ view: 'authentication', login: '', errors: [] })],
  [201, ({ messages }, form) => ({ view: 'authentication', login: field(form, 'user'), errors: messages })],
  [200, () => emptyCalculation],
  [800, () => emptyCalculation],
  [
    300,
    (outcome, form) => ({ view: 'calculation', form: asTyped(form), errors: [], result: resultOf(outcome) }),
  ],
  [
    301,
    ({ messages }, form) => ({ view: 'calculation', form: asTyped(form), errors: messages, result: null }),
  ],
  [500, ({ reponse }) => ({ view: 'simulations', isEmpty: isEmptyList(reponse) })],
  [600, ({ reponse }) => ({ view: 'simulations', isEmpty: isEmptyList(reponse) })],
]);

export function nextPage(outcome: Outcome, form: Form): Page {
  return nextPages.get(outcome.etat)?.(outcome, form) ?? { view: 'errors', errors: outcome.messages };
}

/** The ASV action that shows a page (contract §1.6). */
export const viewPaths = {
  authentication: '/afficher-vue-authentification',
  calculation: '/afficher-vue-calcul-impot',
  simulations: '/afficher-vue-liste-simulations',
  errors: '/afficher-vue-liste-erreurs',
} as const satisfies Record<Page['view'], string>;

/** The page with what stands in its fields, when they are sent with something else than the page's own action. */
export function withTyped(page: Page, form: Form): Page {
  if (page.view === 'authentication' && form.has('user')) return { ...page, login: field(form, 'user') };
  if (page.view === 'calculation' && form.has('salaire')) return { ...page, form: asTyped(form) };
  return page;
}

function asTyped(form: Form): CalculationForm {
  return {
    married: field(form, 'marié'),
    children: field(form, 'enfants'),
    salary: field(form, 'salaire'),
    incomeYear: field(form, 'année'),
  };
}

function field(form: Form, name: string): string {
  return (form.get(name) ?? '').slice(0, limits.shownCharacters);
}

function resultOf({ simulation }: Outcome) {
  return simulation ? { ...simulation.result, incomeYear: simulation.incomeYear } : null;
}

function isEmptyList(reponse: unknown): boolean {
  return Array.isArray(reponse) && reponse.length === 0;
}
