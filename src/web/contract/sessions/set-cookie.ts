import type { Request, Response } from 'express';
import type { Mount } from '../../../model/web-settings.ts';
import { publicPath } from '../../http/mount.ts';
import { expiredCookie, type SessionCookie, sessionCookie } from './cookie.ts';

/** Sets or removes the session cookie; does nothing when the client's cookie stays as it is. */
export function setSessionCookie(
  req: Request,
  res: Response,
  cookie: SessionCookie | 'expire' | null,
  mount: Mount,
  name: string,
): void {
  if (!cookie) return;
  const settings = { name, path: publicPath(mount, '') || '/', secure: req.secure };
  res.appendHeader(
    'Set-Cookie',
    cookie === 'expire' ? expiredCookie(settings) : sessionCookie(cookie, settings),
  );
}
