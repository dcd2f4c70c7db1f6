import { type SessionType, simulationsOf } from '../../../model/sessions.ts';
import { Problem } from '../../http/problem.ts';
import { type MessageId, message, translate } from '../../messages/message.ts';
import type { EndPage } from '../../pages/other-pages.ts';
import type { ActionRequest } from '../action-request.ts';
import { accepted, asked, type Question, type Refusal, refused, type Success } from '../action-result.ts';
import type { Credentials } from '../inputs/session-inputs.ts';

/** Chooses the representation; keeps login and simulations, drops the stored page (contract §2.2, D8). */
export function initSession({ session }: ActionRequest, type: SessionType): Success {
  session.open();
  session.announce();
  session.change({ type, page: null });
  return accepted([translate(message('sessionStarted', { type }))]);
}

/** Signs in. A failure does not sign anybody out (contract §2.3). */
export async function authenticateUser(
  { session, signIn, client, refusalEtat }: ActionRequest,
  { user, password }: Credentials,
): Promise<Success | Refusal> {
  const result = await signIn.attempt(user, password, client());
  if (result.kind === 'paused' || result.kind === 'busy')
    throw putOff(result.kind, result.retryAfterSeconds, refusalEtat);
  if (result.kind !== 'accepted') return refused([message('signInFailed')], 401);
  await session.signIn(result.user);
  return accepted(translate(message('signInSucceeded')));
}

const postponements = {
  paused: { status: 429, text: 'signInPaused' },
  busy: { status: 503, text: 'signInBusy' },
} as const satisfies Record<string, { status: number; text: MessageId }>;

/** The password was not checked: try again later. */
function putOff(why: keyof typeof postponements, seconds: number, etat: number): Problem {
  const { status, text } = postponements[why];
  return new Problem(status, message(text, { seconds }), {
    etat,
    headers: { 'Retry-After': String(seconds) },
  });
}

/** The field by which a person confirms. */
const CONFIRMATION = 'confirmation';

/**
 * Ends the session on the server with all its content (contract §3). A person is asked first when simulations or files
 * would be lost.
 */
export async function endSession(request: ActionRequest): Promise<Success | Question> {
  const { session, files, signIn, audit, client, form, isNavigation } = request;
  if (isNavigation && !form.has(CONFIRMATION)) {
    const page = await endPage(request);
    if (page.simulations + page.files > 0) return asked(page);
  }
  const user = session.current?.user ?? null;
  if (session.key !== null) await files.forgetSession(session.key);
  await session.end();
  if (user !== null)
    audit({ event: 'session-end', outcome: 'done', user: signIn.loginOf(user), client: client() });
  return accepted(translate(message('sessionEnded')));
}

async function endPage({ session, sessions, files }: ActionRequest): Promise<EndPage> {
  const { key } = session;
  return {
    view: 'end',
    simulations: key === null ? 0 : await count(simulationsOf(sessions, key)),
    files: key === null ? 0 : (await files.list(key)).length,
  };
}

async function count(chunks: AsyncIterable<readonly unknown[]>): Promise<number> {
  let sum = 0;
  for await (const { length } of chunks) sum += length;
  return sum;
}
