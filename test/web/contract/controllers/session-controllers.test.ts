import { expect, it } from 'vitest';
import type { SignInResult } from '../../../../src/model/sign-in.ts';
import type { ActionRequest } from '../../../../src/web/contract/action-request.ts';
import { authenticateUser } from '../../../../src/web/contract/controllers/session-controllers.ts';

/** A request to sign in, whose verdict is known. */
function requestWith(result: SignInResult): ActionRequest {
  const signIn = { attempt: async () => result };
  return { refusalEtat: 201, signIn, client: () => ({}) } as unknown as ActionRequest;
}

it.each([
  ['paused', 429, 'signInPaused'],
  ['busy', 503, 'signInBusy'],
] as const)('answers %s with %i and when to try again', async (kind, status, id) => {
  const request = requestWith({ kind, retryAfterSeconds: 5 });
  const refusal = authenticateUser(request, { user: 'admin', password: 'admin' });
  await expect(refusal).rejects.toMatchObject({
    status,
    etat: 201,
    explanation: { id, values: { seconds: '5' } },
    headers: { 'Retry-After': '5' },
  });
});
