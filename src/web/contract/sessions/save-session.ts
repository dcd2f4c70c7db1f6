import type { Request, Response } from 'express';
import type { WebServices } from '../../../model/web-services.ts';
import type { WebSettings } from '../../../model/web-settings.ts';
import type { SessionHandle } from './session-handle.ts';
import { setSessionCookie } from './set-cookie.ts';

/** Writes the changes of the request's session and adds the cookie, before the answer is sent. */
export async function saveSession(
  session: SessionHandle,
  req: Request,
  res: Response,
  settings: WebSettings,
  { cookieName }: WebServices,
): Promise<void> {
  await session.save();
  setSessionCookie(req, res, session.cookieToSend, settings, cookieName());
}
