import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { shortHousehold } from '../../../../src/tax/return/household.ts';
import { householdSchema } from '../../../../src/tax/return/household-schema.ts';
import { parseDetailedFields } from '../../../../src/web/contract/inputs/detailed-fields.ts';
import { peopleNumbers, programNumbers } from '../../../../src/web/contract/inputs/number-reader.ts';
import { translate } from '../../../../src/web/messages/message.ts';

const years = { known: [2018, 2025], byDefault: 2025 };
const parse = (fields: Record<string, string>, numbers = programNumbers) =>
  parseDetailedFields(new Map(Object.entries(fields)), years, numbers);

function issues(fields: Record<string, string>): string[] {
  const parsed = parse(fields);
  return 'errors' in parsed ? parsed.errors.map((each) => translate(each)) : [];
}

describe('a household', () => {
  it('with everything', () => {
    expect(
      parse({
        situation: 'marié',
        enfants: ' 2 ',
        enfants_garde_alternée: '1',
        salaire_1: '61000',
        pension_1: '',
        salaire_2: '24000',
        pension_2: '6500',
        année: '2018',
      }),
    ).toEqual({
      input: {
        incomeYear: 2018,
        household: {
          situation: 'couple',
          singleParent: false,
          children: 2,
          sharedCustodyChildren: 1,
          declarants: [
            { salary: 61_000, pension: 0 },
            { salary: 24_000, pension: 6500 },
          ],
        },
      },
    });
  });

  it('with amounts as people write them', () => {
    const fields = {
      situation: 'marié',
      enfants: '2.0',
      salaire_1: '55\u202f555,00 €',
      pension_2: '1 000,5',
    };
    expect(parse(fields, peopleNumbers)).toMatchObject({
      input: {
        household: {
          children: 2,
          declarants: [
            { salary: 55_555, pension: 0 },
            { salary: 0, pension: 1000 },
          ],
        },
      },
    });
    expect(issues(fields)).toHaveLength(3);
  });

  it('with its situation only: what is absent or empty is 0', () => {
    expect(parse({ situation: 'Célibataire ', salaire_1: '' })).toEqual({
      input: { incomeYear: 2025, household: shortHousehold(false, 0, 0) },
    });
  });

  it('of a couple with one income is that of the short form', () => {
    expect(parse({ situation: 'marié', enfants: '2', salaire_1: '55555', salaire_2: '0' })).toMatchObject({
      input: { household: shortHousehold(true, 2, 55_555) },
    });
  });

  it.each([
    ['oui', true],
    ['OUI', true],
    ['non', false],
    ['', false],
  ])('raised alone: %s', (parent_isolé, singleParent) => {
    expect(parse({ situation: 'célibataire', parent_isolé, enfants: '1' })).toMatchObject({
      input: { household: { singleParent } },
    });
  });
});

describe('issues', () => {
  it.each([
    [{}, 'paramètre [situation] manquant'],
    [{ situation: 'x' }, 'valeur [x] invalide pour le paramètre [situation (célibataire/marié/veuf)]'],
    [
      { situation: 'marié', parent_isolé: 'peut-être' },
      'valeur [peut-être] invalide pour le paramètre [parent_isolé (oui/non)]',
    ],
    [{ situation: 'marié', enfants: '-1' }, 'valeur [-1] invalide pour le paramètre [enfants (entier>=0)]'],
    [
      { situation: 'marié', enfants: '31' },
      'valeur [31] invalide pour le paramètre [enfants (entier>=0 et <=30)]',
    ],
    [
      { situation: 'marié', salaire_2: '1000000001' },
      'valeur [1000000001] invalide pour le paramètre [salaire_2 (entier>=0 et <=1000000000)]',
    ],
    [
      { situation: 'marié', pension_2: '1e3' },
      'valeur [1e3] invalide pour le paramètre [pension_2 (entier>=0)]',
    ],
    [
      { situation: 'marié', année: '2017' },
      'valeur [2017] invalide pour le paramètre [année (une de : 2018, 2025)]',
    ],
    [{ situation: 'marié', marié: 'oui' }, 'paramètre [marié] inconnu'],
    [
      { situation: 'marié', parent_isolé: 'oui', enfants: '1' },
      'le paramètre [parent_isolé] ne vaut que pour la situation [célibataire]',
    ],
    [
      { situation: 'célibataire', parent_isolé: 'oui' },
      'le paramètre [parent_isolé] demande au moins un enfant',
    ],
    [{ situation: 'veuf', pension_2: '1' }, 'le paramètre [pension_2] ne vaut que pour la situation [marié]'],
    [
      { situation: 'marié', enfants: '20', enfants_garde_alternée: '11' },
      'les paramètres [enfants] et [enfants_garde_alternée] dépassent ensemble 30 enfants',
    ],
  ])('%o: %s', (fields, message) => expect(issues(fields)).toEqual([message]));

  it('all at once, in the order of the fields', () => {
    const found = issues({
      autre: '1',
      année: 'x',
      salaire_2: '5',
      salaire_1: 'x',
      parent_isolé: 'oui',
      situation: 'veuf',
    });
    expect(found).toEqual([
      'le paramètre [parent_isolé] ne vaut que pour la situation [célibataire]',
      'le paramètre [parent_isolé] demande au moins un enfant',
      'valeur [x] invalide pour le paramètre [salaire_1 (entier>=0)]',
      'le paramètre [salaire_2] ne vaut que pour la situation [marié]',
      'valeur [x] invalide pour le paramètre [année (une de : 2018, 2025)]',
      'paramètre [autre] inconnu',
    ]);
  });

  it('show no more of a value than a person reads', () => {
    const [issue = ''] = issues({ situation: 'x'.repeat(16_000) });
    expect(issue.length).toBeLessThan(300);
  });

  it('whatever is posted is a household that keeps the rules, or is refused with a reason', () => {
    const names = fc.constantFrom(
      'situation',
      'parent_isolé',
      'enfants',
      'enfants_garde_alternée',
      'salaire_1',
      'pension_1',
      'salaire_2',
      'pension_2',
      'année',
      'x',
    );
    const value = fc.oneof(
      fc.constantFrom(
        '',
        'marié',
        'veuf',
        'célibataire',
        'oui',
        '0',
        '1',
        '31',
        '2018',
        '１',
        '0x1F',
        '1e3',
        '__proto__',
      ),
      fc.string(),
    );
    fc.assert(
      fc.property(fc.array(fc.tuple(names, value)), (fields) => {
        const parsed = parseDetailedFields(new Map(fields), years, programNumbers);
        if ('errors' in parsed) expect(parsed.errors.length).toBeGreaterThan(0);
        else expect(householdSchema.safeParse(parsed.input.household).success).toBe(true);
      }),
      { numRuns: 1000 },
    );
  });
});
