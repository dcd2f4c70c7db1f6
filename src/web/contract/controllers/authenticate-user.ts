import { Problem } from '../../http/problem.ts';
import { inWords, type MessageId, message } from '../../messages/message.ts';
import { RESUME_FIELD } from '../../pages/resume.ts';
import type { ActionRequest } from '../action-request.ts';
import { type ActionResult, accepted, refused } from '../action-result.ts';

/** Signs in with the form fields `user` and `password`. A failure does not sign out who is signed in (contract §2.3). */
export async function authenticateUser({
  session,
  form,
  signIn,
  client,
}: ActionRequest): Promise<ActionResult> {
  if (form.size - Number(form.has(RESUME_FIELD)) !== 2) return refused(201, [message('signInFields')]);
  const user = form.get('user');
  const password = form.get('password');
  if (user === undefined || password === undefined) {
    const missing = ['user', 'password'].filter((name) => !form.has(name));
    return refused(
      201,
      missing.map((name) => message('missingParameter', { name })),
    );
  }
  const result = await signIn.attempt(user, password, client);
  if (result.kind === 'paused') throw putOff(429, 'signInPaused', result.retryAfterSeconds);
  if (result.kind === 'busy') throw putOff(503, 'signInBusy', result.retryAfterSeconds);
  if (result.kind !== 'accepted') return refused(201, [message('signInFailed')], 401);
  await session.signIn(result.user);
  return accepted(200, inWords(message('signInSucceeded')));
}

/** Nothing was looked at: to be tried again later. */
function putOff(status: 429 | 503, text: MessageId, seconds: number): Problem {
  return new Problem(status, message(text, { seconds }), {
    etat: 201,
    headers: { 'Retry-After': String(seconds) },
  });
}
