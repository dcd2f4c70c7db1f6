import { inWords, message } from '../../messages/message.ts';
import type { ActionRequest } from '../action-request.ts';
import { accepted, type Outcome } from '../action-result.ts';

/** Ends the session on the server with everything in it (contract §3). */
export async function endSession({ session, files, signIn, audit, client }: ActionRequest): Promise<Outcome> {
  const user = session.current?.user ?? null;
  if (session.current) await files.forgetSession(session.current.key);
  await session.end();
  if (user !== null) audit({ event: 'session-end', outcome: 'done', user: signIn.loginOf(user), client });
  return accepted(400, inWords(message('sessionEnded')));
}
