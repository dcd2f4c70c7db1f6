import { describe, expect, it } from 'vitest';
import {
  calculations,
  detailedCalculation,
  shortCalculation,
} from '../../../../src/web/contract/inputs/calculation-inputs.ts';
import { actionRequest, family, memoryStore, signedIn } from '../action-requests.ts';

async function posted(fields: Record<string, string>, type: 'json' | 'html' = 'json') {
  const session = await signedIn(memoryStore(), type);
  return actionRequest({ session, form: new Map(Object.entries(fields)) });
}

const short = { marié: 'oui', enfants: '2', salaire: '55555' };

describe('the short form', () => {
  it('is a household of the default income year', async () => {
    expect(shortCalculation(await posted(short))).toEqual({ input: family });
  });

  it('has numbers as people write them in the session of a person only', async () => {
    const asPeople = { ...short, salaire: '55 555' };
    expect(shortCalculation(await posted(asPeople, 'html'))).toEqual({ input: family });
    expect(shortCalculation(await posted(asPeople))).toMatchObject({ messages: [{ id: 'invalidNumber' }] });
  });
});

it('the detailed form says the same household', async () => {
  const fields = { situation: 'marié', enfants: '2', salaire_1: '55555' };
  expect(await detailedCalculation(await posted(fields))).toMatchObject({
    input: { household: { situation: 'couple', children: 2 }, incomeYear: 2018 },
  });
  expect(await detailedCalculation(await posted({}))).toMatchObject({ kind: 'refusal' });
});

describe('a list', () => {
  const sent = (body: unknown) => calculations(actionRequest({ bytes: Buffer.from(JSON.stringify(body)) }));

  it('is a household for each item', async () => {
    const item = { marié: 'oui', enfants: 2, salaire: 55_555 };
    expect(await sent([item, item])).toEqual({ input: [family, family] });
  });

  it('is refused with the items that are wrong, as they came (contract §2.5)', async () => {
    const wrong = { marié: 'x', enfants: 2, salaire: 1 };
    expect(await sent([wrong])).toMatchObject({
      kind: 'refusal',
      status: 400,
      reponse: [{ ...wrong, erreur: expect.stringContaining('MyException[31') }],
    });
  });

  it('has to be a list', async () => {
    expect(await sent({})).toMatchObject({ kind: 'refusal', messages: [{ id: 'bodyNotList' }] });
  });
});
