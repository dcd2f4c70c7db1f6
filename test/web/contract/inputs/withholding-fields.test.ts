import { describe, expect, it } from 'vitest';
import { parseWithholdingFields } from '../../../../src/web/contract/inputs/withholding-fields.ts';
import { fieldName } from '../../../../src/web/pages/message-words.ts';

const years = { known: [2018, 2019, 2020, 2025], byDefault: 2025 };
const territories = ['metropole', 'guyane_mayotte'];
const couple = { situation: 'marié', salaire_1: '48 000', salaire_2: '24000' };

function read(fields: Readonly<Record<string, string>>) {
  return parseWithholdingFields(new Map(Object.entries(fields)), years, territories);
}

/** The fields that are refused, each with the message's id. */
function issues(fields: Readonly<Record<string, string>>) {
  const reading = read(fields);
  return 'errors' in reading ? reading.errors.map((message) => [fieldName(message), message.id]) : [];
}

describe('the fields of withholding', () => {
  it('are those of a household, and pays to the cent', () => {
    expect(read({ ...couple, paie_1: '4 321,09 €', territoire: 'Guyane', '7UF': '200' })).toMatchObject({
      input: {
        household: { situation: 'couple', boxes: { '7UF': 200 } },
        incomeYear: 2025,
        question: { monthlyPay: [4321.09, undefined], territory: 'guyane_mayotte' },
      },
    });
  });

  it('may all be empty but the situation', () => {
    const reading = read({ situation: 'célibataire', paie_1: ' ', territoire: '' });
    expect(reading).toMatchObject({ input: { question: { territory: undefined } } });
  });

  it.each([
    ['a pay of 0', { ...couple, paie_1: '0' }, [['paie_1', 'withholdingRefused']]],
    ['a negative pay', { ...couple, paie_2: '-5' }, [['paie_2', 'invalidNumber']]],
    ['a pay beyond all bounds', { ...couple, paie_1: '2000000000' }, [['paie_1', 'numberTooLarge']]],
    [
      'a second pay of somebody alone',
      { situation: 'célibataire', paie_2: '5' },
      [['paie_2', 'twoDeclarantsOnlyForCouple']],
    ],
    ['a place without grid', { ...couple, territoire: 'Atlantis' }, [['territoire', 'withholdingRefused']]],
    ['a year without rules', { ...couple, année: '2019' }, [['année', 'withholdingRefused']]],
    ['an unknown field', { ...couple, x: '1' }, [['x', 'unknownParameter']]],
  ] as const)('refuse %s at the field', (_, fields, expected) => {
    expect(issues(fields)).toEqual(expected);
  });

  it('are refused all at once', () => {
    const all = {
      situation: 'marié',
      salaire_1: 'x',
      année: '2019',
      paie_1: '0',
      paie_2: 'x',
      territoire: 'x',
      '7UF': 'x',
    };
    expect(issues(all).map(([name]) => name)).toEqual([
      'salaire_1',
      '7UF',
      'année',
      'paie_1',
      'paie_2',
      'territoire',
    ]);
  });
});
