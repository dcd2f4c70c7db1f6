import type { Request } from 'express';
import type { WebServices } from '../../../model/web-services.ts';
import { readSessionCookie } from './cookie.ts';
import { SessionHandle } from './session-handle.ts';

/** The session of a request's cookie, if it is alive; signed out if its user may no longer sign in. */
export async function sessionOf(req: Request, services: WebServices): Promise<SessionHandle> {
  const { cookieName, signIn } = services;
  const cookie = readSessionCookie(req.headers.cookie, { name: cookieName(), secure: req.secure });
  const session = await SessionHandle.of(services, cookie);
  const user = session.current?.user ?? null;
  if (user !== null && !signIn.knows(user)) session.change({ user: null });
  return session;
}
