import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseDetailedFields } from '../../../src/web/contract/inputs/detailed-fields.ts';
import { peopleNumbers } from '../../../src/web/contract/inputs/number-reader.ts';
import {
  asTyped,
  type CalculationForm,
  emptyForm,
  formOf,
  otherForm,
} from '../../../src/web/pages/calculation-form.ts';
import { households } from '../../tax/households.ts';
import { family } from './fixtures.ts';

/** What a browser posts of the form that is shown. */
function posted(form: CalculationForm): Map<string, string> {
  const { details } = form;
  const fields: [string, string][] = form.isDetailed
    ? [
        ['situation', details.situation],
        ['parent_isolé', details.singleParent],
        ['enfants', form.children],
        ['enfants_garde_alternée', details.sharedCustodyChildren],
        ['salaire_1', form.salary],
        ['pension_1', details.pension1],
        ['salaire_2', details.salary2],
        ['pension_2', details.pension2],
        ['année', form.incomeYear],
        ['résidence', details.residence],
        ...Object.entries(details.boxes),
      ]
    : [
        ['marié', form.married],
        ['enfants', form.children],
        ['salaire', form.salary],
        ['salaire_2', form.details.salary2],
        ['période', form.period],
        ['année', form.incomeYear],
      ];
  return new Map(fields);
}

const switched = (form: CalculationForm) => otherForm(posted(form), form);

describe('from one form to the other', () => {
  it('and back loses nothing, whatever was typed', () => {
    const typed = fc.string({ maxLength: 20 });
    const forms = fc.record({
      isDetailed: fc.constant(true),
      married: fc.constant('non'),
      children: typed,
      salary: typed,
      period: fc.constant(''),
      incomeYear: typed,
      details: fc.record({
        situation: fc.constantFrom('célibataire', 'veuf'),
        singleParent: fc.constantFrom('oui', ''),
        sharedCustodyChildren: typed,
        pension1: typed,
        salary2: typed,
        pension2: typed,
        boxes: fc.constantFrom({}, { '7UF': '200', '0AP': '1' }),
        residence: fc.constantFrom('', '971'),
      }),
    });
    fc.assert(
      fc.property(forms, (form) => {
        expect(switched(switched(form))).toEqual(form);
      }),
    );
  });

  it('the short form’s answer decides between a couple and a single person', () => {
    const answered = (married: string, situation: string) =>
      otherForm(new Map([['marié', married]]), { ...emptyForm, details: { ...emptyForm.details, situation } })
        .details.situation;
    expect(answered('oui', '')).toBe('marié');
    expect(answered('Oui', 'veuf')).toBe('marié');
    expect(answered('non', '')).toBe('célibataire');
    expect(answered('non', 'marié')).toBe('célibataire');
    expect(answered('non', 'veuf')).toBe('veuf');
    expect(answered('x', 'veuf')).toBe('veuf');
  });

  it('what one form keeps stays when the other one is sent', () => {
    const short = switched(formOf(family, 2025));
    const changed = asTyped(posted({ ...short, salary: '70000' }), short);
    expect(changed.details).toEqual(formOf(family, 2025).details);
  });
});

it('a calculated household comes back as the fields that say it', () => {
  fc.assert(
    fc.property(households, (household) => {
      const form = { ...formOf(household, 2025), isDetailed: true };
      const [first, second] = household.declarants;
      const hasSecond = second && (second.salary > 0 || second.pension > 0);
      expect(parseDetailedFields(posted(form), { known: [2025], byDefault: 2018 }, peopleNumbers)).toEqual({
        input: {
          household: { ...household, declarants: hasSecond ? [first, second] : [first] },
          incomeYear: 2025,
        },
      });
    }),
  );
});

it('salaries of a month become those of the year where the form knows no months', () => {
  const monthly = new Map([
    ['marié', 'oui'],
    ['salaire', '2 345,67'],
    ['salaire_2', 'x'],
    ['période', 'mois'],
  ]);
  expect(asTyped(monthly, emptyForm)).toMatchObject({ salary: '2 345,67', period: 'mois' });
  expect(otherForm(monthly, emptyForm)).toMatchObject({
    isDetailed: true,
    salary: '28148',
    period: '',
    details: { salary2: 'x' },
  });
});

it('the short form is enough for the contract’s households', () => {
  expect(
    formOf({ ...family, sharedCustodyChildren: 0, declarants: [{ salary: 5, pension: 0 }] }, 2025).isDetailed,
  ).toBe(false);
  const [first] = family.declarants;
  const bothEarn = {
    ...family,
    sharedCustodyChildren: 0,
    declarants: [first, { salary: 24_000, pension: 0 }],
  } as const;
  expect(formOf(bothEarn, 2025)).toMatchObject({ isDetailed: false, details: { salary2: '24000' } });
  expect(formOf(family, 2025).isDetailed).toBe(true);
});
