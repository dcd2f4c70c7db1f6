import type { Request } from 'express';
import { message } from '../messages/message.ts';
import { forwardedHost } from './forwarded.ts';
import { commonEtats, Problem } from './problem.ts';

/**
 * Refuses a request that a browser marks as coming from another site, whatever its method (contract §12, note on D14).
 * Programs send neither header and pass.
 */
export function refuseOtherSites(req: Request, publicUrl: string): void {
  if (isFromElsewhere(req, publicUrl))
    throw new Problem(403, message('crossSite'), { etat: commonEtats.token });
}

function isFromElsewhere(req: Request, publicUrl: string): boolean {
  const fetchSite = req.headers['sec-fetch-site'];
  if (fetchSite !== undefined) return fetchSite !== 'same-origin' && fetchSite !== 'none';
  const { origin } = req.headers;
  if (origin === undefined) return false;
  // An origin without a host, such as `null` of a sandboxed frame, matches no host.
  const host = hostOf(origin);
  return host === '' || !ownHosts(req, publicUrl).includes(host);
}

/** The hosts of this server as the browser may know them: the configured one, or the requested one. */
function ownHosts(req: Request, publicUrl: string): readonly string[] {
  const forwarded = forwardedHost(req);
  if (!publicUrl) return [forwarded ?? req.headers.host ?? ''];
  return [hostOf(publicUrl), ...(forwarded === undefined ? [req.headers.host ?? ''] : [])];
}

function hostOf(origin: string): string {
  return URL.canParse(origin) ? new URL(origin).host : '';
}
