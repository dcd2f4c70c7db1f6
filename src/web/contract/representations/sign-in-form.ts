import type { Request, Response } from 'express';
import type { WebServices } from '../../../model/web-services.ts';
import type { WebSettings } from '../../../model/web-settings.ts';
import { clientOf } from '../../http/client-address.ts';
import { sendPage } from '../../http/send.ts';
import { pageContext } from '../../pages/context.ts';
import type { SignInPage } from '../../pages/page.ts';
import { renderPage } from '../../pages/render.ts';
import { storedPage } from '../../pages/stored-page.ts';
import { saveSession } from '../sessions/save-session.ts';
import type { SessionHandle } from '../sessions/session-handle.ts';
import { issueToken } from '../url-token.ts';

/** Why a sign-in form is sent. */
interface SignInNeeded {
  readonly req: Request;
  readonly res: Response;
  readonly session: SessionHandle;
  readonly status: number;
  readonly page: SignInPage;
}

/** Sends the sign-in form itself, in a session of pages. What was wanted and typed is in the form, and not stored. */
export async function sendSignInForm(
  { req, res, session, status, page }: SignInNeeded,
  settings: WebSettings,
  services: WebServices,
): Promise<void> {
  const { notice, resume, ...stored } = page;
  const { csrfSecret } = session.open();
  session.announce();
  session.change({ type: 'html', page: storedPage(stored) });
  await saveSession(session, req, res, settings, services);
  const token = settings.csrfToken ? issueToken(csrfSecret) : undefined;
  const hasPrintedPassword = services.signIn.isOneTime && clientOf(req).isLocal;
  sendPage(res, status, renderPage(page, { ...pageContext(req, settings, token), hasPrintedPassword }));
}
