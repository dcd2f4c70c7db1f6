import { describe, expect, it, vi } from 'vitest';
import { SessionFull, type SessionStore } from '../../../../src/model/sessions.ts';
import { CannotCalculate } from '../../../../src/tax/cannot-calculate.ts';
import {
  calculateDetailedTax,
  calculateTax,
  calculateTaxes,
  previewTax,
} from '../../../../src/web/contract/controllers/calculation-controllers.ts';
import { actionRequest, family, memoryStore, signedIn, tax } from '../action-requests.ts';

async function request(changes: Partial<SessionStore> = {}, calculator = tax) {
  const store = memoryStore();
  const session = await signedIn(store);
  const metrics = { request: vi.fn(), calculated: vi.fn() };
  return actionRequest({ session, sessions: { ...store, ...changes }, metrics, tax: calculator });
}

const answer = {
  marié: 'oui',
  enfants: 2,
  salaire: 55_555,
  impôt: 2815,
  surcôte: 0,
  taux: 0.14,
  décôte: 0,
  réduction: 0,
  id: 1,
};

describe('a calculation', () => {
  it('is answered in the form of the contract, kept and counted', async () => {
    const asked = await request();
    const result = await calculateTax(asked, family);
    expect(result).toEqual({
      kind: 'success',
      status: 200,
      reponse: answer,
      messages: [],
      simulation: expect.objectContaining({ id: 1, method: 'official', ...family }),
    });
    const key = asked.session.key ?? '';
    expect(await asked.sessions.findSimulations(key, [1])).toHaveLength(1);
    expect(asked.metrics.calculated).toHaveBeenCalledExactlyOnceWith('json', 'official', 2018);
  });

  it('tells the rest of a household in the detailed form', async () => {
    const result = await calculateDetailedTax(await request(), family);
    expect(result.reponse).toMatchObject({ ...answer, situation: 'marié', salaire_1: 55_555, année: 2018 });
  });

  it('of a list answers them all, in order', async () => {
    const result = await calculateTaxes(await request(), [family, family]);
    expect(result).toMatchObject({ kind: 'success', reponse: [answer, { ...answer, id: 2 }] });
  });
});

describe('the same household again', () => {
  it('is one simulation of a person, until it is deleted, and two of a program', async () => {
    const program = await request();
    const person = { ...program, isNavigation: true };
    const ids = async (asked: typeof program, calculation = family) => {
      const { reponse } = await calculateTax(asked, calculation);
      return (reponse as { readonly id: number }).id;
    };
    expect([await ids(person), await ids(person)]).toEqual([1, 1]);
    expect(await ids(person, { ...family, incomeYear: 2019 })).toBe(2);
    expect(await ids(person)).toBe(1);
    expect(await ids(program)).toBe(3);
    await program.sessions.deleteSimulation(program.session.key ?? '', 3);
    await program.sessions.deleteSimulation(program.session.key ?? '', 1);
    expect(await ids(person)).toBe(4);
  });

  it('is computed without being kept or counted while somebody types', async () => {
    const asked = await request();
    expect(await previewTax(asked, family)).toMatchObject({
      kind: 'success',
      previewed: family,
      reponse: '',
    });
    expect(await asked.sessions.recentSimulations(asked.session.key ?? '')).toEqual([]);
    expect(asked.metrics.calculated).not.toHaveBeenCalled();
  });
});

describe.each([
  ['one', calculateTax],
  ['a detailed one', calculateDetailedTax],
  ['a list', (...[asked, one]: Parameters<typeof calculateTax>) => calculateTaxes(asked, [one])],
] as const)('a calculation that cannot be: %s', (_name, calculate) => {
  it('is refused when the session is full', async () => {
    const addSimulations = () => Promise.reject(new SessionFull());
    const result = await calculate(await request({ addSimulations }), family);
    expect(result).toMatchObject({ kind: 'refusal', status: 400, messages: [{ id: 'sessionFull' }] });
  });

  it('is refused when the law cannot tell the amount', async () => {
    const refusing = {
      ...tax,
      calculate: () => {
        throw new CannotCalculate('boxesNeedOfficial');
      },
    };
    const result = await calculate(await request({}, refusing as typeof tax), family);
    expect(result).toMatchObject({ kind: 'refusal', messages: [{ id: 'cannotCalculate' }] });
  });

  it('is a problem of the session when it has ended meanwhile', async () => {
    const asked = await request({ addSimulations: () => Promise.resolve(null) });
    await expect(calculate(asked, family)).rejects.toMatchObject({ status: 400, etat: 101 });
    expect(asked.metrics.calculated).not.toHaveBeenCalled();
  });

  it('is no refusal when something of ours fails', async () => {
    const defect = new Error('a defect');
    const asked = await request({ addSimulations: () => Promise.reject(defect) });
    await expect(calculate(asked, family)).rejects.toBe(defect);
  });
});
