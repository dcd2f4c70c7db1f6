import type { Request } from 'express';
import type { SessionState } from '../../model/sessions.ts';
import type { WebServices } from '../../model/web-services.ts';
import type { WebSettings } from '../../model/web-settings.ts';
import { addressOf } from '../http/client-address.ts';
import { Problem } from '../http/problem.ts';
import { message } from '../messages/message.ts';
import type { Action } from './action.ts';
import { typeWithoutSession } from './representations/answer-problem.ts';
import type { SessionHandle } from './sessions/session-handle.ts';

/**
 * Whether a public server lets a stranger use an action on its pages. Each address has a number of requests a minute.
 *
 * @throws {Problem} 429
 */
export async function isOpenToStranger(
  { isPublic }: Pick<Action, 'isPublic'>,
  req: Request,
  session: SessionState | null,
  settings: WebSettings,
  services: WebServices,
): Promise<boolean> {
  if (!settings.isPublic || !isPublic || !isStrangerOnPages(req, session)) return false;
  await countStranger(req, services);
  return true;
}

function isStrangerOnPages(req: Request, session: SessionState | null): boolean {
  return !session?.user && (session?.type ?? typeWithoutSession(req)) === 'html';
}

async function countStranger(req: Request, { countStranger }: WebServices): Promise<void> {
  const { isExceeded, resetSeconds } = await countStranger({ kind: 'address', address: addressOf(req) });
  if (!isExceeded) return;
  throw new Problem(429, message('tooManyCalculations', { seconds: resetSeconds }), {
    headers: { 'Retry-After': String(resetSeconds) },
  });
}

/** Starts the stranger's session of pages: nobody has to do so. */
export function openPages(session: SessionHandle): void {
  if (!session.open().type) session.change({ type: 'html' });
}
