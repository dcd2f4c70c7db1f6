import { describe, expect, it } from 'vitest';
import { message } from '../../../src/web/messages/message.ts';
import { emptyForm } from '../../../src/web/pages/calculation-form.ts';
import {
  calculationBehind,
  emptyCalculation,
  pageAgain,
  signInPage,
  withForm,
  withTyped,
} from '../../../src/web/pages/kept-pages.ts';
import type { CalculationPage, Page } from '../../../src/web/pages/page.ts';

const calculation: CalculationPage = { ...emptyCalculation, form: { ...emptyForm, salary: '30000' } };
const list: Page = { view: 'simulations', isEmpty: false, deleted: 2, kept: calculation };
const signIn: Page = { view: 'authentication', login: '', errors: [] };
const errors: Page = { view: 'errors', errors: [message('tokenInvalid')] };

describe('the calculation behind a page', () => {
  it.each([
    ['itself', calculation, calculation],
    ['what another page keeps', list, calculation],
    ['empty where none is kept', errors, emptyCalculation],
    ['empty before the sign-in', signIn, emptyCalculation],
    ['empty in a new session', null, emptyCalculation],
  ])('is %s', (_, page, expected) => {
    expect(calculationBehind(page)).toEqual(expected);
  });
});

describe('who comes back to a view', () => {
  it.each([
    ['finds the page as it was left', 'simulations', list, list],
    ['finds the calculation that the list keeps', 'calculation', list, calculation],
    [
      'finds the list without what was deleted, and the calculation stays kept',
      'simulations',
      calculation,
      { view: 'simulations', isEmpty: false, deleted: null, kept: calculation },
    ],
    ['finds no errors', 'errors', calculation, null],
    ['finds no sign-in form', 'authentication', calculation, null],
  ] as const)('%s', (_, view, current, expected) => {
    expect(pageAgain(view, current)).toEqual(expected);
  });
});

describe('what stands in the fields', () => {
  const short = new Map([
    ['marié', 'oui'],
    ['enfants', '2'],
    ['salaire', '55 555 €'],
  ]);

  it('stays in the form of the calculation, as typed', () => {
    const page = withTyped(calculation, short) as CalculationPage;
    expect(page.form).toMatchObject({ married: 'oui', children: '2', salary: '55 555 €' });
    expect(withForm(calculation, short).form).toEqual(page.form);
  });

  it('stays in the calculation that another page keeps', () => {
    const page = withTyped(list, short);
    expect(page).toMatchObject({ view: 'simulations', deleted: 2, kept: { form: { salary: '55 555 €' } } });
  });

  it('is left alone when it is no form of the calculation', () => {
    const other = new Map([['nom', 'à deux']]);
    expect(withTyped(list, other)).toBe(list);
    expect(withForm(calculation, other)).toBe(calculation);
  });

  it('is the login of the sign-in form, and never the password', () => {
    const typed = new Map([
      ['user', 'zoé'],
      ['password', 'secret'],
    ]);
    expect(withTyped(signIn, typed)).toEqual({ ...signIn, login: 'zoé' });
    expect(withTyped(signIn, new Map())).toBe(signIn);
    expect(signInPage(typed, [])).toEqual({ view: 'authentication', login: 'zoé', errors: [] });
  });

  it('is cut where somebody has typed more than any login has', () => {
    const typed = new Map([['user', 'x'.repeat(100_000)]]);
    expect(signInPage(typed, []).login.length).toBeLessThan(1_000);
  });
});
