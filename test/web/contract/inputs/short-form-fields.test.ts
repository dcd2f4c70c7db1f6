import { describe, expect, it } from 'vitest';
import { peopleNumbers, peopleNumbersIn } from '../../../../src/web/contract/inputs/number-reader.ts';
import { parseShortForm } from '../../../../src/web/contract/inputs/short-form-fields.ts';

const years = { known: [2018, 2025], byDefault: 2025 };
const couple = { marié: 'oui', enfants: '2', salaire: '50 000' };

const read = (fields: Record<string, string>, numbers = peopleNumbers) =>
  parseShortForm(new Map(Object.entries(fields)), years, numbers);

function salaries(fields: Record<string, string>, numbers = peopleNumbers): number[] {
  const reading = read(fields, numbers);
  return 'input' in reading ? reading.input.household.declarants.map(({ salary }) => salary) : [];
}

function faults(fields: Record<string, string>) {
  const reading = read(fields);
  return 'errors' in reading ? reading.errors.map(({ id, values }) => [id, values.name]) : [];
}

describe('what people send', () => {
  it('no number of children is none', () => {
    for (const enfants of ['', ' '])
      expect(read({ ...couple, enfants })).toMatchObject({ input: { household: { children: 0 } } });
  });

  it('a second salary is of a couple, and nothing elsewhere', () => {
    expect(salaries({ ...couple, salaire_2: '24 000,90' })).toEqual([50_000, 24_000]);
    expect(salaries({ ...couple, salaire_2: '' })).toEqual([50_000]);
    expect(salaries({ ...couple, salaire_2: '0' })).toEqual([50_000]);
    expect(salaries({ ...couple, marié: 'non', salaire_2: 'x' })).toEqual([50_000]);
  });

  it('an amount of a month counts twelve times, with its cents', () => {
    expect(salaries({ ...couple, salaire: '2 345,67', salaire_2: '1000', période: 'mois' })).toEqual([
      28_148, 12_000,
    ]);
    expect(salaries({ ...couple, période: 'an' })).toEqual([50_000]);
  });

  it('a comma before three digits is of thousands to an English reader alone', () => {
    const english = peopleNumbersIn('en');
    expect(salaries({ ...couple, salaire: '55,555' }, english)).toEqual([55_555]);
    expect(salaries({ ...couple, salaire: '€4,321', période: 'mois' }, english)).toEqual([51_852]);
    expect(salaries({ ...couple, salaire: '55,50' }, english)).toEqual([55]);
    for (const salaire of ['55.555', '1.234,567', '1,2345', '1,234,56'])
      expect(salaries({ ...couple, salaire }, english)).toEqual(salaries({ ...couple, salaire }));
    expect(salaries({ ...couple, salaire: '55,555' })).toEqual([]);
  });
});

it('all faults are told, by their fields', () => {
  expect(faults({ marié: 'oui', enfants: '-1', salaire: 'x', salaire_2: '1e9', période: 'jour' })).toEqual([
    ['invalidNumber', 'enfants'],
    ['invalidNumber', 'salaire'],
    ['invalidNumber', 'salaire_2'],
    ['unknownParameter', 'période=jour'],
  ]);
  expect(faults({ ...couple, salaire: '100 000 000', période: 'mois' })).toEqual([
    ['numberTooLarge', 'salaire'],
  ]);
  expect(faults({ ...couple, other: '1' })).toEqual([['calculationFields', undefined]]);
});
