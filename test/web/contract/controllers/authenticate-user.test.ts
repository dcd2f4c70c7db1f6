import { expect, it } from 'vitest';
import type { SignInResult } from '../../../../src/model/sign-in.ts';
import type { ActionRequest } from '../../../../src/web/contract/action-request.ts';
import { authenticateUser } from '../../../../src/web/contract/controllers/authenticate-user.ts';

/** A request to sign in, whose verdict is known. */
function requestWith(result: SignInResult): ActionRequest {
  const form = new Map([
    ['user', 'admin'],
    ['password', 'admin'],
  ]);
  return { form, signIn: { attempt: async () => result } } as unknown as ActionRequest;
}

it.each([
  ['paused', 429, 'signInPaused'],
  ['busy', 503, 'signInBusy'],
] as const)('answers %s with %i and when to try again', async (kind, status, id) => {
  const refusal = authenticateUser(requestWith({ kind, retryAfterSeconds: 5 }));
  await expect(refusal).rejects.toMatchObject({
    status,
    etat: 201,
    explanation: { id, values: { seconds: '5' } },
    headers: { 'Retry-After': '5' },
  });
});
