import { describe, expect, it } from 'vitest';
import { createTaxCalculator } from '../../../../src/tax/tax-calculator.ts';
import { parseDetailedFields } from '../../../../src/web/contract/inputs/detailed-fields.ts';
import { peopleNumbers, programNumbers } from '../../../../src/web/contract/inputs/number-reader.ts';
import { translate } from '../../../../src/web/messages/message.ts';
import { taxYears } from '../../../tax/fixtures.ts';
import { readReturnCases } from '../../../tax/rules/return-cases.ts';

const calculator = createTaxCalculator({ method: 'official', years: taxYears() });
const years = { known: calculator.years, byDefault: 2025 };

const SITUATIONS = { single: 'célibataire', couple: 'marié', widowed: 'veuf' };
const OWN_FIELDS: Readonly<Record<string, string>> = {
  '0CF': 'enfants',
  '0CH': 'enfants_garde_alternée',
  '1AJ': 'salaire_1',
  '1AS': 'pension_1',
  '1BJ': 'salaire_2',
  '1BS': 'pension_2',
};

function parse(fields: object, read = programNumbers) {
  return parseDetailedFields(new Map(Object.entries(fields)), years, read);
}

function errors(fields: object, read = peopleNumbers): string[] {
  const parsed = parse({ situation: 'célibataire', ...fields }, read);
  return 'errors' in parsed ? parsed.errors.map((each) => translate(each)) : [];
}

describe('the fields of the boxes', () => {
  it('give what the law gives, for every tenth case', () => {
    const cases = readReturnCases().filter(
      ({ expected }, index) => index % 10 === 3 && !expected.cdhr_status,
    );
    for (const { id, filled, expected } of cases) {
      const boxes = Object.entries(filled.boxes)
        .filter(([code, value]) => value !== 0 && code !== '0BT' && code !== 'status' && code !== 'residence')
        .map(([code, value]) => [OWN_FIELDS[code] ?? code, String(value)]);
      const parsed = parse({
        situation: SITUATIONS[filled.situation],
        année: String(filled.year),
        résidence: { metropole: '', guadeloupe_martinique_reunion: '971', guyane_mayotte: 'guyane' }[
          filled.residence
        ],
        parent_isolé: filled.boxes['0BT'] ? 'oui' : '',
        ...Object.fromEntries(boxes),
      });
      if ('errors' in parsed)
        throw new Error(`${id}: ${parsed.errors.map((each) => translate(each)).join()}`);
      const { amountDue } = calculator.calculate(parsed.input.household, parsed.input.incomeYear);
      expect([id, amountDue]).toEqual([id, Number(expected.tax_due ?? 0)]);
    }
  });

  it('take what people write', () => {
    const parsed = parse(
      { situation: 'marié', salaire_1: '42 000 €', '7UF': '1 200,50', '0DA': '1960' },
      peopleNumbers,
    );
    expect(parsed).toMatchObject({ input: { household: { boxes: { '7UF': 1200, '0DA': 1960 } } } });
  });

  it.each([
    [
      { '7UF': 'x' },
      "valeur [x] invalide pour la case [7UF] : attend un nombre entier d'euros de 0 à 1 000 000 000",
    ],
    [
      { '1AK': '100' },
      'valeur [100] invalide pour la case [1AK] : demande un salaire ou du chômage (1AJ, 1AP)',
    ],
    [
      { '1GH': '1', année: '2018' },
      "valeur [1] invalide pour la case [1GH] : n'existe qu'à partir des revenus de 2019",
    ],
    [
      { résidence: 'Atlantis' },
      'valeur [Atlantis] invalide pour le paramètre [résidence] (département ou nom)',
    ],
    [{ '9ZZ': '1' }, 'paramètre [9ZZ] inconnu'],
    [{ '0AP': 'peut-être' }, 'valeur [peut-être] invalide pour la case [0AP] : attend 1 (cochée) ou 0'],
  ])('%j is refused in words', (fields, expected) => {
    expect(errors(fields).map((text) => text.replace(/[\u00a0\u202f]/g, ' '))).toEqual([expected]);
  });

  it('tell all issues at once', () => {
    expect(errors({ salaire_1: 'x', '7UF': '-1', '4BE': '20000', résidence: 'nulle part' })).toHaveLength(4);
  });
});
