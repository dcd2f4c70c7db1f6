import type { Request, RequestHandler, Response } from 'express';
import type { WebServices } from '../../../model/web-services.ts';
import type { WebSettings } from '../../../model/web-settings.ts';
import { clientOf } from '../../http/client-address.ts';
import { publicPath } from '../../http/mount.ts';
import { refuseWhileUnavailable } from '../../http/outages.ts';
import { Problem } from '../../http/problem.ts';
import { sendRedirect } from '../../http/send.ts';
import { message } from '../../messages/message.ts';
import { actionUrl } from '../../pages/context.ts';
import { emptyCalculation, signInPage } from '../../pages/kept-pages.ts';
import { paths, viewPaths } from '../../pages/paths.ts';
import { storedPage } from '../../pages/stored-page.ts';
import type { SessionHandle } from '../sessions/session-handle.ts';
import { sessionOf } from '../sessions/session-of.ts';
import { setSessionCookie } from '../sessions/set-cookie.ts';
import { issueToken } from '../url-token.ts';

/** The entries of the application, which are not actions: they need no token and give one (contract §1.1). */
export interface EntryRoutes {
  /** `GET {P}/`: a browser's entry. */
  readonly root: RequestHandler;
  /** `GET {P}/init-session-without-csrftoken/<type>`: a program's entry when tokens are on. */
  readonly withoutToken: RequestHandler;
  /** `GET {P}/acces/<code>`: the one-time link that the start prints when there are no users. */
  readonly oneTimeLink: RequestHandler;
}

export function entryRoutes(settings: WebSettings, services: WebServices): EntryRoutes {
  return {
    root: (req, res) => toInitSession(req, res, 'html'),
    withoutToken: (req, res) => toInitSession(req, res, String(req.params.type)),
    oneTimeLink,
  };

  async function toInitSession(req: Request, res: Response, type: string): Promise<void> {
    const path = paths.startSession(type);
    if (!settings.csrfToken) return sendRedirect(res, 302, publicPath(settings, path));
    const session = await handleOf(req);
    const { csrfSecret } = session.open();
    leave(req, res, session, path, csrfSecret);
  }

  async function oneTimeLink(req: Request, res: Response): Promise<void> {
    const client = clientOf(req);
    const session = await handleOf(req);
    const isGood = await services.signIn.redeem(String(req.params.code), client, async (user) => {
      const { csrfSecret } = session.open();
      session.change({ type: 'html', page: storedPage(emptyCalculation) });
      await session.signIn(user);
      await session.save();
      leave(req, res, session, viewPaths.calculation, csrfSecret);
    });
    if (isGood) return;
    if (!client.isLocal || !services.signIn.isOneTime) throw new Problem(403, message('linkRefused'));
    await leadOn(req, res, session);
  }

  /** Redirects a local visitor with an invalid link to the sign-in, which explains it, or onwards if signed in. */
  async function leadOn(req: Request, res: Response, session: SessionHandle): Promise<void> {
    const { csrfSecret, user } = session.open();
    if (user !== null) return leave(req, res, session, paths.calculation, csrfSecret);
    const page = storedPage(signInPage(new Map(), [message('linkUsed')]));
    session.change({ type: 'html', page });
    session.announce();
    await session.save();
    leave(req, res, session, viewPaths.authentication, csrfSecret);
  }

  function handleOf(req: Request): Promise<SessionHandle> {
    refuseWhileUnavailable(services);
    return sessionOf(req, services);
  }

  function leave(
    req: Request,
    res: Response,
    session: SessionHandle,
    path: string,
    csrfSecret: string,
  ): void {
    setSessionCookie(req, res, session.cookieToSend, settings, services.cookieName());
    const token = settings.csrfToken ? issueToken(csrfSecret) : undefined;
    sendRedirect(res, 302, actionUrl(settings, path, token));
  }
}
