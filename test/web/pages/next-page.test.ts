import { expect, it } from 'vitest';
import { message } from '../../../src/web/messages/message.ts';
import { accepted, type Outcome, refused } from '../../../src/web/outcome.ts';
import { emptyCalculation, nextPage, viewPaths } from '../../../src/web/pages/next-page.ts';
import { simulation } from './fixtures.ts';

const faults = [message('noSession')];
const typed = new Map([
  ['marié', 'oui'],
  ['enfants', '2'],
  ['salaire', '5'],
  ['année', '2018'],
]);
const form = { married: 'oui', children: '2', salary: '5', incomeYear: '2018' };

it.each<[number, string, Outcome]>([
  [700, 'authentication', accepted(700, [])],
  [201, 'authentication', refused(201, faults)],
  [200, 'calculation', accepted(200, '')],
  [300, 'calculation', accepted(300, {})],
  [301, 'calculation', refused(301, faults)],
  [800, 'calculation', accepted(800, '')],
  [500, 'simulations', accepted(500, [])],
  [600, 'simulations', accepted(600, [{}])],
  ...[101, 121, 131, 151, 601, 701, 1001, 1501].map((etat): [number, string, Outcome] => [
    etat,
    'errors',
    refused(etat, faults),
  ]),
])('état %i leads to the view %s (contract §1.6)', (_etat, view, outcome) => {
  const page = nextPage(outcome, new Map());
  expect(page.view).toBe(view);
  expect(viewPaths[page.view]).toMatch(/^\/afficher-vue-/);
});

it('keeps what was typed, with the result or the reasons', () => {
  const done = { ...accepted(300, {}), simulation: simulation() };
  expect(nextPage(done, typed)).toMatchObject({
    form,
    errors: [],
    result: { amountDue: 2814, incomeYear: 2018 },
  });
  expect(nextPage(refused(301, faults), typed)).toEqual({
    view: 'calculation',
    form,
    errors: faults,
    result: null,
  });
  expect(nextPage(accepted(200, ''), typed)).toEqual(emptyCalculation);
});

it('keeps the login that was refused, never the password', () => {
  const page = nextPage(
    refused(201, faults),
    new Map([
      ['user', 'bob'],
      ['password', 'secret'],
    ]),
  );
  expect(page).toEqual({ view: 'authentication', login: 'bob', errors: faults });
});

it('stores no more of a long field than it shows', () => {
  const page = nextPage(refused(301, faults), new Map([['enfants', 'x'.repeat(16_000)]]));
  expect(JSON.stringify(page).length).toBeLessThan(600);
});

it('knows whether the list is empty', () => {
  expect(nextPage(accepted(500, []), typed)).toEqual({ view: 'simulations', isEmpty: true });
  expect(nextPage(accepted(600, [{}]), typed)).toEqual({ view: 'simulations', isEmpty: false });
});
