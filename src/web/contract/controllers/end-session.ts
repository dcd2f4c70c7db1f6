import { simulationsOf } from '../../../model/sessions.ts';
import { inWords, message } from '../../messages/message.ts';
import type { EndPage } from '../../pages/other-pages.ts';
import type { ActionRequest } from '../action-request.ts';
import { type ActionResult, accepted } from '../action-result.ts';

/** The field by which a person says yes. */
const CONFIRMATION = 'confirmation';

/**
 * Ends the session on the server with everything in it (contract §3). A person is told first what goes with it, if
 * anything does: état 2300.
 */
export async function endSession(request: ActionRequest): Promise<ActionResult> {
  const { session, files, signIn, audit, client, form, isNavigation } = request;
  if (isNavigation && !form.has(CONFIRMATION)) {
    const page = await endPage(request);
    if (page.simulations + page.files > 0)
      return { ...accepted(2300, ''), inBrowser: { kind: 'page', page } };
  }
  const user = session.current?.user ?? null;
  if (session.key !== null) await files.forgetSession(session.key);
  await session.end();
  if (user !== null) audit({ event: 'session-end', outcome: 'done', user: signIn.loginOf(user), client });
  return accepted(400, inWords(message('sessionEnded')));
}

async function endPage({ session, sessions, files }: ActionRequest): Promise<EndPage> {
  const { key } = session;
  return {
    view: 'end',
    simulations: key === null ? 0 : await count(simulationsOf(sessions, key)),
    files: key === null ? 0 : files.list(key).length,
  };
}

async function count(pieces: AsyncIterable<readonly unknown[]>): Promise<number> {
  let sum = 0;
  for await (const { length } of pieces) sum += length;
  return sum;
}
