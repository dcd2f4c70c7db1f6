import type { Request } from 'express';
import type { WebServices } from '../../../model/web-services.ts';
import type { WebSettings } from '../../../model/web-settings.ts';
import { pageContext } from '../../pages/context.ts';
import type { Page, PageContext } from '../../pages/page.ts';
import { readPage } from '../../pages/stored-page.ts';
import { sessionOf } from '../sessions/session-of.ts';
import { issueToken } from '../url-token.ts';

/** The visitor of a page that is not a view. */
interface Visitor {
  readonly context: PageContext;
  /** The page that the session is on; null without a session. */
  readonly page: Page | null;
}

/** A visitor with a session gets a link back to its view; the session does not change. */
export async function visitorOf(
  req: Request,
  settings: WebSettings,
  services: WebServices,
): Promise<Visitor> {
  const session = services.retryAfter() === null ? await sessionOf(req, services) : null;
  const current = session?.current;
  const page = readPage(current?.page ?? null);
  if (!current || !page) return { context: pageContext(req, settings, undefined), page: null };
  const token = settings.csrfToken ? issueToken(current.csrfSecret) : undefined;
  const user = current.user === null ? null : services.signIn.loginOf(current.user);
  return { context: { ...pageContext(req, settings, token), user, currentView: page.view }, page };
}
