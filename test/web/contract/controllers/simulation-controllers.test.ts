import { text } from 'node:stream/consumers';
import { beforeEach, describe, expect, it } from 'vitest';
import type { ActionRequest } from '../../../../src/web/contract/action-request.ts';
import {
  deleteSimulation,
  exportSimulations,
  listSimulations,
  openSimulation,
  renameSimulation,
  restoreSimulation,
} from '../../../../src/web/contract/controllers/simulation-controllers.ts';
import { actionRequest, family, memoryStore, signedIn, stranger, tax } from '../action-requests.ts';

let request: ActionRequest;

/** A session with two simulations. */
beforeEach(async () => {
  const sessions = memoryStore();
  const session = await signedIn(sessions);
  const result = tax.calculate(family.household, family.incomeYear);
  const simulation = { ...family, method: 'official', result } as const;
  await sessions.addSimulations(session.key ?? '', [simulation, simulation]);
  request = actionRequest({ session, sessions, parameter: '2' });
});

const ids = (reponse: unknown) => (reponse as readonly { id: number }[]).map(({ id }) => id);

it('the list has the objects of the contract', async () => {
  const { kind, reponse } = await listSimulations(request);
  expect(kind).toBe('success');
  expect(ids(reponse)).toEqual([1, 2]);
});

it('the list of a stranger is empty', async () => {
  expect((await listSimulations({ ...request, session: await stranger() })).reponse).toEqual([]);
});

it('an opened simulation is answered with all its details, for the page that shows it', async () => {
  const result = await openSimulation(request, 2);
  expect(result).toMatchObject({ reponse: { id: 2, année: 2018 }, simulation: { id: 2, ...family } });
});

it('a deleted simulation is named and no longer in the list; restored, it is again', async () => {
  const deleted = await deleteSimulation(request, 1);
  expect(deleted).toMatchObject({ kind: 'success', deleted: 1 });
  expect(ids(deleted.reponse)).toEqual([2]);
  expect(ids((await restoreSimulation(request, 1)).reponse)).toEqual([1, 2]);
});

it('a name is given and taken away', async () => {
  const labels = async () =>
    (await request.sessions.findSimulations(request.session.key ?? '', [2])).map(({ label }) => label);
  expect((await renameSimulation(request, { id: 2, name: 'à deux' })).kind).toBe('success');
  expect(await labels()).toEqual(['à deux']);
  await renameSimulation(request, { id: 2, name: null });
  expect(await labels()).toEqual([null]);
});

describe('a simulation that there is not', () => {
  it.each([
    ['opened', openSimulation],
    ['deleted', deleteSimulation],
    ['restored', restoreSimulation],
    [
      'renamed',
      (...[asked, id]: Parameters<typeof openSimulation>) => renameSimulation(asked, { id, name: 'a' }),
    ],
  ] as const)('cannot be %s', async (_name, change) => {
    const refusal = {
      kind: 'refusal',
      status: 400,
      reponse: ["la simulation n° [9] n'existe pas"],
      messages: [{ id: 'simulationUnknown', values: { id: '9' } }],
    };
    expect(await change({ ...request, parameter: '009' }, 9)).toEqual(refusal);
    expect(await change({ ...request, session: await stranger(), parameter: '9' }, 9)).toEqual(refusal);
  });
});

it.each([
  ['csv', 'text/csv; charset=utf-8', /^\ufeff?id[;,]nom/],
  ['json', 'application/json; charset=utf-8', /^\[\s*\{\s*"id": 1/],
] as const)('an export in %s is a file to be saved', async (format, type, beginning) => {
  const { inBrowser } = await exportSimulations(request, format);
  if (inBrowser?.kind !== 'download') throw new Error('no download');
  const { name, size, stream } = inBrowser.file;
  expect([name, inBrowser.file.type, size]).toEqual([`simulations.${format}`, type, null]);
  expect(await text(stream())).toMatch(beginning);
});
