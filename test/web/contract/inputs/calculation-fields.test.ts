import { describe, expect, it } from 'vitest';
import { parseCalculationFields } from '../../../../src/web/contract/inputs/calculation-fields.ts';
import { peopleNumbers, programNumbers } from '../../../../src/web/contract/inputs/number-reader.ts';
import { translate } from '../../../../src/web/messages/message.ts';

const years = { known: [2018, 2019], byDefault: 2019 };
const valid = { marié: 'oui', enfants: '2', salaire: '50000' };

const parse = (fields: Record<string, string>, numbers = programNumbers) =>
  parseCalculationFields(new Map(Object.entries(fields)), years, numbers);

function errorsOf(fields: Record<string, string>): string[] {
  const parsed = parse(fields);
  return 'errors' in parsed ? parsed.errors.map((each) => translate(each)) : [];
}

describe('accepted', () => {
  it.each([
    [valid, { married: true, children: 2, salary: 50_000, incomeYear: 2019 }],
    [
      { ...valid, marié: 'NON', enfants: ' 0 ', salaire: '007' },
      { married: false, children: 0, salary: 7, incomeYear: 2019 },
    ],
    [
      { ...valid, année: ' 2018 ' },
      { married: true, children: 2, salary: 50_000, incomeYear: 2018 },
    ],
    [
      { ...valid, année: '' },
      { married: true, children: 2, salary: 50_000, incomeYear: 2019 },
    ],
    [
      { ...valid, enfants: '30', salaire: '1000000000' },
      { married: true, children: 30, salary: 1_000_000_000, incomeYear: 2019 },
    ],
  ])('%j', (fields, input) => {
    expect(parse(fields)).toEqual({ input });
  });
});

describe('refused', () => {
  const wrongFields = ['méthode POST requise avec les paramètres postés [marié, enfants, salaire]'];

  it('anything but three fields, before all else', () => {
    expect(errorsOf({})).toEqual(wrongFields);
    expect(errorsOf({ marié: 'x', année: '1' })).toEqual(wrongFields);
    expect(errorsOf({ ...valid, other: '1' })).toEqual(wrongFields);
  });

  it('all fields with an issue, in the order of the contract', () => {
    expect(errorsOf({ salaire: 'x', enfants: '-2', marié: 'X', année: '1789' })).toEqual([
      'valeur [x] invalide pour le paramètre [marié (oui/non)]',
      'valeur [-2] invalide pour le paramètre [enfants (entier>=0)]',
      'valeur [x] invalide pour le paramètre [salaire (entier>=0)]',
      'valeur [1789] invalide pour le paramètre [année (une de : 2018, 2019)]',
    ]);
  });

  it('a missing field among three (D17)', () => {
    expect(errorsOf({ 'mari\ufffd': 'oui', enfants: '1', salaire: '1' })).toEqual([
      'paramètre [marié] manquant',
    ]);
  });

  it.each([
    ['enfants', '31', 'valeur [31] invalide pour le paramètre [enfants (entier>=0 et <=30)]'],
    [
      'salaire',
      '1000000001',
      'valeur [1000000001] invalide pour le paramètre [salaire (entier>=0 et <=1000000000)]',
    ],
    ['enfants', '3abc', 'valeur [3abc] invalide pour le paramètre [enfants (entier>=0)]'],
    ['salaire', '1e15', 'valeur [1e15] invalide pour le paramètre [salaire (entier>=0)]'],
    ['salaire', '٣', 'valeur [٣] invalide pour le paramètre [salaire (entier>=0)]'],
    ['marié', ' oui', 'valeur [ oui] invalide pour le paramètre [marié (oui/non)]'],
  ])('%s = %j', (name, value, message) => {
    expect(errorsOf({ ...valid, [name]: value })).toEqual([message]);
  });

  it.each(['55 555', '55555,50', '55555.0', '55555 €', '2.0'])('%j from a program', (salaire) => {
    expect(errorsOf({ ...valid, salaire })).toEqual([
      `valeur [${salaire}] invalide pour le paramètre [salaire (entier>=0)]`,
    ]);
  });

  it('a long value, of which it shows what a person reads, never half a character', () => {
    const [message = ''] = errorsOf({ ...valid, enfants: `${'x'.repeat(199)}${'😀'.repeat(9_000)}` });
    expect(message).toContain(`[${'x'.repeat(199)}\ufffd…]`);
    expect(message.isWellFormed()).toBe(true);
  });
});

describe('from a person', () => {
  it.each(['55555,50', '55 555,00 €', '55\u00a0555', '55\u202f555.99', '55.555,50', '55,555.50', ' 55555 '])(
    'the amount %j is 55555',
    (salaire) => {
      expect(parse({ ...valid, enfants: '2.0', salaire }, peopleNumbers)).toEqual({
        input: { married: true, children: 2, salary: 55_555, incomeYear: 2019 },
      });
    },
  );

  it.each(['', '55.555', '1,234', '-1', '1e3', 'x'])('the amount %j is refused', (salaire) => {
    expect(parse({ ...valid, salaire }, peopleNumbers)).toMatchObject({
      errors: [{ id: 'invalidNumber', values: { name: 'salaire', value: salaire } }],
    });
  });
});
