import type { Request } from 'express';
import { message } from './messages/message.ts';
import { Problem } from './problem.ts';

/**
 * Refuses a request that a browser marks as coming from another site, whatever its method (contract §12, note on D14).
 * Programs send neither header and pass.
 */
export function refuseOtherSites(req: Request, publicUrl: string): void {
  if (isFromElsewhere(req, publicUrl)) throw new Problem(403, message('crossSite'), { etat: 121 });
}

function isFromElsewhere(req: Request, publicUrl: string): boolean {
  const fetchSite = req.headers['sec-fetch-site'];
  if (fetchSite !== undefined) return fetchSite !== 'same-origin' && fetchSite !== 'none';
  const { origin } = req.headers;
  return origin !== undefined && !ownHosts(req, publicUrl).includes(hostOf(origin));
}

/** The hosts under which the browser may know this server: the configured one, or the one it asked for. */
function ownHosts(req: Request, publicUrl: string): readonly string[] {
  if (publicUrl) return [hostOf(publicUrl), ...(isProxied(req) ? [] : [req.headers.host ?? ''])];
  // A forged X-Forwarded-Host comes first in the list; the trusted proxy appends the real one.
  const forwarded = isProxied(req)
    ? String(req.headers['x-forwarded-host']).split(',').at(-1)?.trim()
    : undefined;
  return [forwarded ?? req.headers.host ?? ''];
}

/** True when a trusted proxy says for whom it asks. */
function isProxied(req: Request): boolean {
  const trust = req.app.get('trust proxy fn') as (address: string | undefined, hop: number) => boolean;
  return req.headers['x-forwarded-host'] !== undefined && trust(req.socket.remoteAddress, 0);
}

function hostOf(origin: string): string {
  return URL.canParse(origin) ? new URL(origin).host : '';
}
