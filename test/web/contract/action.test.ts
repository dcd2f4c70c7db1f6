import { expect, it } from 'vitest';
import { action, endingOf } from '../../../src/web/contract/action.ts';
import type { ActionRequest } from '../../../src/web/contract/action-request.ts';
import { accepted, asked, refused } from '../../../src/web/contract/action-result.ts';
import { message } from '../../../src/web/messages/message.ts';
import { actionRequest } from './action-requests.ts';

const success = { etat: 100 };
const refusal = { etat: 101 };

it('an action without more is an ADS action with GET, for those who have signed in', () => {
  expect(action({ name: 'a', controller: () => accepted(), success })).toMatchObject({
    methods: ['GET'],
    kind: 'do',
    needs: 'login',
    callers: 'all',
    offeredBy: [],
    tokenChecked: true,
    openToOtherSites: false,
    body: 'none',
  });
});

it('a controller gets the input that was read', async () => {
  const row = action<number>({
    name: 'a',
    input: ({ parameter }) => ({ input: parameter.length }),
    controller: (_request: ActionRequest, length: number) => accepted(length),
    success,
    refusal,
  });
  expect(await row.run(actionRequest({ parameter: 'abc' }))).toMatchObject({ kind: 'success', reponse: 3 });
});

it('a controller does not run on an input that is refused', async () => {
  const row = action<number>({
    name: 'a',
    input: () => refused([message('noSession')]),
    controller: () => {
      throw new Error('it ran');
    },
    success,
    refusal,
  });
  const result = await row.run(actionRequest({}));
  expect(result.kind).toBe('refusal');
  expect(endingOf(row, result)).toBe(refusal);
});

it('a result has the état of its kind; one without an état is a defect', () => {
  const row = action({ name: 'a', controller: () => accepted(), success });
  expect(endingOf(row, accepted())).toBe(success);
  expect(() => endingOf(row, refused([]))).toThrow('[a] has no état for a refusal');
  expect(() => endingOf(row, asked({ view: 'boxes' }))).toThrow('[a] has no état for a question');
});
