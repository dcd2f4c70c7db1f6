import { expect, it } from 'vitest';
import type { Household } from '../../../src/tax/household.ts';
import { type ActionResult, accepted, refused } from '../../../src/web/contract/action-result.ts';
import { message } from '../../../src/web/messages/message.ts';
import { emptyForm } from '../../../src/web/pages/calculation-form.ts';
import { emptyCalculation, nextPage, pageAgain, viewPaths } from '../../../src/web/pages/next-page.ts';
import { resumedPath, resumeOf } from '../../../src/web/pages/resume.ts';
import { calculated, family } from './fixtures.ts';
import { simulation } from './page-builders.ts';

const faults = [message('noSession')];
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

it.each<[number, string, ActionResult]>([
  [700, 'authentication', accepted(700, [])],
  [201, 'authentication', refused(201, faults)],
  [200, 'calculation', accepted(200, '')],
  [300, 'calculation', accepted(300, {})],
  [1600, 'calculation', accepted(1600, {})],
  [1601, 'calculation', refused(1601, faults)],
  [1700, 'calculation', accepted(1700, '')],
  [1800, 'calculation', accepted(1800, {})],
  [301, 'calculation', refused(301, faults)],
  [800, 'calculation', accepted(800, '')],
  [500, 'simulations', accepted(500, [])],
  [600, 'simulations', accepted(600, [{}])],
  ...[101, 121, 131, 151, 601, 701, 1001, 1501, 1801].map((etat): [number, string, ActionResult] => [
    etat,
    'errors',
    refused(etat, faults),
  ]),
])('état %i leads to the view %s (contract §1.6)', (_etat, view, result) => {
  const page = nextPage(result, new Map(), null);
  expect(page.view).toBe(view);
  expect(viewPaths[page.view]).toMatch(/^\/afficher-vue-/);
});

it('keeps what was typed, with the result or the reasons', () => {
  const done = { ...accepted(300, {}), simulation: simulation() };
  expect(nextPage(done, typed, null)).toMatchObject({
    form,
    errors: [],
    calculated: { household: simulation().household, incomeYear: 2018 },
  });
  expect(nextPage(refused(301, faults), typed, null)).toEqual({
    view: 'calculation',
    form,
    errors: faults,
    calculated: null,
    startsAt: 'outcome',
  });
  expect(nextPage(accepted(200, ''), typed, null)).toEqual(emptyCalculation);
});

it('keeps the login that was refused, never the password', () => {
  const page = nextPage(
    refused(201, faults),
    new Map([
      ['user', 'bob'],
      ['password', 'secret'],
    ]),
    null,
  );
  expect(page).toEqual({ view: 'authentication', login: 'bob', errors: faults });
});

it('stores no more of a long field than it shows', () => {
  const page = nextPage(refused(301, faults), new Map([['enfants', 'x'.repeat(16_000)]]), null);
  expect(JSON.stringify(page).length).toBeLessThan(700);
});

it('knows whether the list is empty', () => {
  expect(nextPage(accepted(500, []), typed, null)).toEqual({
    view: 'simulations',
    isEmpty: true,
    deleted: null,
    kept: emptyCalculation,
  });
  expect(nextPage(accepted(600, [{}]), typed, null)).toEqual({
    view: 'simulations',
    isEmpty: false,
    deleted: null,
    kept: emptyCalculation,
  });
});

it('changes the form without losing what was typed or what was calculated', () => {
  const current = { ...emptyCalculation, form, errors: faults, calculated };
  const detailed = nextPage(accepted(1700, ''), typed, current);
  expect(detailed).toEqual({ ...current, form: { ...form, isDetailed: true }, errors: [], startsAt: 'form' });
});

it('opens a simulation in the form that can say it', () => {
  const opened = (household: Household) =>
    nextPage({ ...accepted(1800, {}), simulation: simulation({ household }) }, new Map(), null);
  expect(opened(simulation().household)).toMatchObject({
    form: { isDetailed: false, married: 'oui', children: '2', salary: '55555' },
    calculated: { household: simulation().household },
  });
  expect(opened(family)).toMatchObject({ form: { isDetailed: true, details: { salary2: '24000' } } });
});

it('finds the calculation as it was left, from the list and from an error', () => {
  const current = { ...emptyCalculation, form, calculated };
  const list = nextPage(accepted(500, [{}]), new Map(), current);
  expect(pageAgain('calculation', list)).toEqual(current);
  const refusedThere = nextPage(refused(121, faults), typed, list);
  expect(refusedThere.view).toBe('errors');
  expect(pageAgain('calculation', refusedThere)).toEqual(current);
  expect(pageAgain('calculation', nextPage(refused(121, faults), typed, null))).toMatchObject({ form });
  expect(pageAgain('errors', list)).toBeNull();
});

it('leads after the sign-in to what was typed before it, as if it had just been posted', () => {
  const resume = resumeOf('calculer-impot', new Map([...typed, ['password', 'secret']])) ?? '';
  expect(resume).not.toContain('secret');
  const posted = new Map([['suite', resume]]);
  expect(nextPage(accepted(200, ''), posted, null)).toMatchObject({ form, calculated: null });
  expect(resumedPath(posted)).toBeNull();
  expect(resumedPath(new Map([['suite', resumeOf('fichiers', new Map()) ?? '']]))).toBe('/fichiers');
  expect(resumedPath(new Map([['suite', 'action=//evil.example']]))).toBeNull();
  expect(resumeOf('calculer-impot', new Map([['salaire', '9'.repeat(3_000)]]))).toBeNull();
});
