import { expect, it } from 'vitest';
import type { Household } from '../../../src/tax/return/household.ts';
import { endingOf } from '../../../src/web/contract/action.ts';
import { type ActionResult, accepted, refused } from '../../../src/web/contract/action-result.ts';
import { actions } from '../../../src/web/contract/actions.ts';
import { errors, type Next, signInFirst, type Turn } from '../../../src/web/contract/next-page.ts';
import { message } from '../../../src/web/messages/message.ts';
import { emptyForm } from '../../../src/web/pages/calculation-form.ts';
import { calculationBehind, emptyCalculation, pageAgain } from '../../../src/web/pages/kept-pages.ts';
import type { Page } from '../../../src/web/pages/page.ts';
import { resumeOf, resumeOfLink } from '../../../src/web/pages/resume.ts';
import { calculated, family } from '../pages/fixtures.ts';
import { simulation } from '../pages/page-builders.ts';

const issues = [message('noSession')];
const typed = new Map([
  ['marié', 'oui'],
  ['enfants', '2'],
  ['salaire', '5'],
  ['année', '2018'],
]);
const form = {
  ...emptyForm,
  married: 'oui',
  children: '2',
  salary: '5',
  incomeYear: '2018',
  details: { ...emptyForm.details, situation: 'marié' },
};

type Posted = Turn['posted'];

function turn(result: ActionResult, posted: Posted = new Map(), changes: Partial<Turn> = {}): Turn {
  return {
    result,
    posted,
    query: new URLSearchParams(),
    from: emptyCalculation,
    isVisit: false,
    canSignIn: false,
    ...changes,
  };
}

/** What the row of an action says of a result. */
function after(name: string, asked: Turn): Next {
  const action = actions.find((each) => each.name === name);
  if (!action) throw new Error(name);
  return (endingOf(action, asked.result).next ?? errors)(asked);
}

/** The page that the row stores. */
function pageAfter(name: string, result: ActionResult, posted?: Posted, changes?: Partial<Turn>): Page {
  const next = after(name, turn(result, posted, changes));
  if (next.kind !== 'view') throw new Error(`${name} leads to no view: ${next.kind}`);
  return next.page;
}

it.each([
  ['init-session', 'authentication'],
  ['authentifier-utilisateur', 'calculation'],
  ['calculer-impot', 'calculation'],
  ['calculer-impot-detaille', 'calculation'],
  ['changer-formulaire', 'calculation'],
  ['ouvrir-simulation', 'calculation'],
  ['afficher-calcul-impot', 'calculation'],
  ['lister-simulations', 'simulations'],
  ['supprimer-simulation', 'simulations'],
  ['renommer-simulation', 'simulations'],
  ['restaurer-simulation', 'simulations'],
])('%s leads to the view %s (contract §1.6)', (name, view) => {
  const next = after(name, turn(accepted([])));
  expect(next).toMatchObject({
    kind: 'view',
    page: { view },
    path: expect.stringMatching(/^\/afficher-vue-/),
  });
});

it.each([
  ['authentifier-utilisateur', 'authentication'],
  ['calculer-impot', 'calculation'],
  ['calculer-impot-detaille', 'calculation'],
  ['calculer-impots', 'errors'],
  ['ouvrir-simulation', 'errors'],
  ['supprimer-simulation', 'errors'],
  ['init-session', 'errors'],
  ['get-admindata', 'errors'],
])('a refusal of %s leads to the view %s', (name, view) => {
  expect(pageAfter(name, refused(issues))).toMatchObject({ view, errors: issues });
});

it('the end of a session leads to the next one', () => {
  expect(after('fin-session', turn(accepted()))).toEqual({ kind: 'redirect', path: '/init-session/html' });
});

it.each(['init-session', 'afficher-calcul-impot'])(
  '%s leads who comes back to the calculation as it was left',
  (name) => {
    const from = { ...emptyCalculation, form };
    expect(pageAfter(name, accepted(), new Map(), { from, isVisit: true })).toEqual(from);
  },
);

it('whoever has no session signs in at once where that can be done', () => {
  expect(signInFirst(turn(refused(issues), typed, { canSignIn: true }))).toEqual({ kind: 'sign-in' });
  expect(signInFirst(turn(refused(issues), typed))).toMatchObject({ page: { view: 'errors' } });
});

it('leads from a change of the list back to the part of it that was shown', () => {
  const query = new URLSearchParams('tri=impôt&page=7&other=x');
  expect(pageAfter('supprimer-simulation', accepted([{}]), new Map(), { query })).toMatchObject({
    view: 'simulations',
    shown: 'tri=imp%C3%B4t&page=7',
  });
  expect(pageAfter('lister-simulations', accepted([{}]))).not.toHaveProperty('shown');
});

it('keeps what was typed, with the result or the reasons', () => {
  const done = { ...accepted({}), simulation: simulation() };
  expect(pageAfter('calculer-impot', done, typed)).toMatchObject({
    form,
    errors: [],
    calculated: { household: simulation().household, incomeYear: 2018 },
  });
  expect(pageAfter('calculer-impot', refused(issues), typed)).toEqual({
    view: 'calculation',
    form,
    errors: issues,
    calculated: null,
    startsAt: 'outcome',
  });
  expect(pageAfter('authentifier-utilisateur', accepted(), typed)).toEqual(emptyCalculation);
});

it('keeps the login that was refused, never the password', () => {
  const page = pageAfter(
    'authentifier-utilisateur',
    refused(issues),
    new Map([
      ['user', 'bob'],
      ['password', 'secret'],
    ]),
  );
  expect(page).toEqual({ view: 'authentication', login: 'bob', errors: issues });
});

it('stores no more of a long field than it shows', () => {
  const page = pageAfter('calculer-impot', refused(issues), new Map([['enfants', 'x'.repeat(16_000)]]));
  expect(JSON.stringify(page).length).toBeLessThan(700);
});

it('knows whether the list is empty', () => {
  expect(pageAfter('lister-simulations', accepted([]), typed)).toEqual({
    view: 'simulations',
    isEmpty: true,
    deleted: null,
    kept: emptyCalculation,
  });
  expect(pageAfter('supprimer-simulation', accepted([{}]), typed)).toEqual({
    view: 'simulations',
    isEmpty: false,
    deleted: null,
    kept: emptyCalculation,
  });
});

it('changes the form without losing what was typed or what was calculated', () => {
  const from = { ...emptyCalculation, form, errors: issues, calculated };
  const detailed = pageAfter('changer-formulaire', accepted(), typed, { from });
  expect(detailed).toEqual({ ...from, form: { ...form, isDetailed: true }, errors: [], startsAt: 'form' });
});

it('opens a simulation in the form that can say it', () => {
  const opened = (household: Household) =>
    pageAfter('ouvrir-simulation', { ...accepted({}), simulation: simulation({ household }) });
  expect(opened(simulation().household)).toMatchObject({
    form: { isDetailed: false, married: 'oui', children: '2', salary: '55555' },
    calculated: { household: simulation().household },
  });
  expect(opened(family)).toMatchObject({ form: { isDetailed: true, details: { salary2: '24000' } } });
});

it('finds the calculation as it was left, from the list and from an error', () => {
  const current = { ...emptyCalculation, form, calculated };
  const list = pageAfter('lister-simulations', accepted([{}]), new Map(), { from: current });
  expect(pageAgain('calculation', list)).toEqual(current);
  const refusedThere = pageAfter('ouvrir-simulation', refused(issues), typed, {
    from: calculationBehind(list),
  });
  expect(refusedThere.view).toBe('errors');
  expect(pageAgain('calculation', refusedThere)).toEqual({ ...current, form });
  expect(pageAgain('errors', list)).toBeNull();
});

it('leads after the sign-in to what was typed before it, as if it had just been posted', () => {
  const resume = resumeOf(undefined, new Map([...typed, ['password', 'secret']])) ?? '';
  expect(resume).not.toContain('secret');
  const posted = new Map([['suite', resume]]);
  expect(after('authentifier-utilisateur', turn(accepted(), posted))).toMatchObject({
    page: { form, calculated: null },
    path: '/afficher-vue-calcul-impot',
  });
  expect(after('authentifier-utilisateur', turn(refused(issues), posted))).toEqual({ kind: 'sign-in' });
  const wanted = (text: string | null) =>
    after('authentifier-utilisateur', turn(accepted(), new Map([['suite', text ?? '']])));
  expect(wanted(resumeOf('files', new Map()))).toMatchObject({ path: '/fichiers' });
  const link = resumeOfLink(new URLSearchParams('situation=veuf&salaire_1=3&9XX=1&fbclid=x&page=y'));
  expect(wanted(link)).toMatchObject({
    path: '/partage?situation=veuf&salaire_1=3&9XX=1&fbclid=x',
    hasToken: false,
    page: { form: { salary: '3' } },
  });
  expect(wanted('page=//evil.example')).toMatchObject({ path: '/afficher-vue-calcul-impot' });
  expect(resumeOf(undefined, new Map([['salaire', '9'.repeat(5_000)]]))).toBeNull();
});

it('a form that is being filled in gets its outcome, and nothing is stored', () => {
  const preview = (result: ActionResult, posted: Posted) => {
    const next = after('apercu-calcul', turn(result, posted));
    return next.kind === 'outcome' ? next.page : null;
  };
  const wrong = refused([message('invalidNumber', { name: 'salaire', value: 'x' })]);
  expect(preview({ ...accepted(), previewed: calculated }, typed)).toMatchObject({
    calculated,
    form: { salary: '5' },
    isPreview: true,
  });
  expect(preview(wrong, typed)).toMatchObject({ calculated: null, errors: wrong.messages });
  expect(preview(wrong, new Map([...typed, ['salaire', ' ']]))).toMatchObject({ errors: [] });
});
