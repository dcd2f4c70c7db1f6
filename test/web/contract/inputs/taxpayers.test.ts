import { describe, expect, it } from 'vitest';
import { parseTaxpayerList, parseTaxpayers } from '../../../../src/web/contract/inputs/taxpayers.ts';
import { translate } from '../../../../src/web/messages/message.ts';

const years = { known: [2018, 2019], byDefault: 2019 };
const valid = '"marié":"oui","enfants":2,"salaire":50000';

function listError(body: string | Uint8Array): string {
  const list = parseTaxpayerList(typeof body === 'string' ? new TextEncoder().encode(body) : body);
  return 'error' in list ? translate(list.error) : '';
}

function parse(json: string) {
  return parseTaxpayers(JSON.parse(json), years);
}

describe('the list', () => {
  const notJson = /^le corps du POST n'est pas une chaîne jSON valide : ./;

  it.each([[''], ['abc'], ['[{"marié":"oui"'], ['[]x'], ['[NaN]'], ["[{'a':1}]"]])(
    '%j is no JSON',
    (body) => {
      expect(listError(body)).toMatch(notJson);
    },
  );

  it('must be UTF-8', () => {
    expect(listError(Buffer.from(`[{${valid}}]`, 'latin1'))).toMatch(notJson);
    expect(listError(Buffer.from(`[{${valid}}]`, 'utf16le'))).toMatch(notJson);
  });

  it.each([['{}'], ['[]'], ['"x"'], ['null'], ['1e999']])('%s is no list', (body) => {
    expect(listError(body)).toBe("le corps du POST n'est pas une liste ou alors cette liste est vide");
  });

  it.each([['[1]'], ['[null]'], ['[[]]'], [`[{${valid}}, "x"]`]])(
    '%s has other things than objects',
    (body) => {
      expect(listError(body)).toBe('le corps du POST doit être une liste de dictionnaires');
    },
  );

  it('has an upper bound', () => {
    expect(listError(`[${'{},'.repeat(9_999)}{}]`)).toBe('');
    expect(listError(`[${'{},'.repeat(10_000)}{}]`)).toMatch(/10001 éléments : au plus 10000/);
  });

  it('may not be nested deeper than can be written out again', () => {
    const nested = (levels: number) => `[{"enfants":${'['.repeat(levels)}${']'.repeat(levels)}}]`;
    expect(listError(nested(8))).toBe('');
    expect(listError(nested(9))).toMatch(/sur plus de 10 niveaux/);
    expect(listError(nested(1_000_000))).toMatch(/sur plus de 10 niveaux/);
    expect(listError(`[${'{"a":'.repeat(500_000)}1${'}'.repeat(500_000)}]`)).toMatch(
      /sur plus de 10 niveaux/,
    );
  });
});

describe('the taxpayers', () => {
  it('are read as the earlier application did', () => {
    expect(parse('[{"id":1,"marié":" OUI ","enfants":"2","salaire":2.7,"taux":"0.1"}]')).toEqual({
      inputs: [{ married: true, children: 2, salary: 2, incomeYear: 2019 }],
    });
    expect(parse(`[{${valid},"année":2018},{${valid},"année":"2018"}]`)).toMatchObject({
      inputs: [{ incomeYear: 2018 }, { incomeYear: 2018 }],
    });
  });

  it('come back as received with the reason, only those with an issue', () => {
    const item = '{"salaire":1,"marié":"x","__proto__":{"a":1}}';
    const parsed = parse(`[{${valid}},${item}]`);
    expect(JSON.stringify(parsed)).toBe(
      `{"offending":[${item.slice(0, -1)},"erreur":"MyException[31, l'attribut marié [x] doit avoir l'une des valeurs oui / non]"}]}`,
    );
  });

  it.each([
    ['{"__proto__":1}', "MyException[2, la clé [__proto__] n'est pas autorisée]"],
    ['{"constructor":1}', "MyException[2, la clé [constructor] n'est pas autorisée]"],
    [
      '{"id":-1}',
      "MyException[1, L'identifiant d'une entité <class 'TaxPayer.TaxPayer'> doit être un entier >=0]",
    ],
    ['{"marié":true}', "MyException[31, l'attribut marié [true] doit avoir l'une des valeurs oui / non]"],
    ['{"enfants":null}', "MyException[32, L'attribut enfants [null] doit être un entier >=0]"],
    ['{"enfants":99}', 'valeur [99] invalide pour le paramètre [enfants (entier>=0 et <=30)]'],
    [
      '{"salaire":1e15}',
      'valeur [1000000000000000] invalide pour le paramètre [salaire (entier>=0 et <=1000000000)]',
    ],
    [
      '{"salaire":{"toString":1}}',
      'MyException[33, L\'attribut salaire [{"toString":1}] doit être un entier >=0]',
    ],
    ['{"impôt":-1}', "MyException[34, L'attribut impôt [-1] doit être un nombre >=0]"],
    ['{"taux":"x"}', "MyException[38, L'attribut taux [x] doit être un nombre >=0]"],
    ['{}', 'le dictionnaire doit inclure les clés [marié, enfants, salaire]'],
    [
      `{${valid},"année":{"toString":1}}`,
      'valeur [{"toString":1}] invalide pour le paramètre [année (une de : 2018, 2019)]',
    ],
    [`{${valid},"année":[2018]}`, 'valeur [[2018]] invalide pour le paramètre [année (une de : 2018, 2019)]'],
    [`{${valid},"année":null}`, 'valeur [null] invalide pour le paramètre [année (une de : 2018, 2019)]'],
  ])('%s is refused', (item, erreur) => {
    const parsed = parse(`[${item}]`);
    expect('offending' in parsed && parsed.offending[0]?.erreur).toBe(erreur);
  });
});
