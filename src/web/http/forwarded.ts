import type { Application, Request } from 'express';

/** Whether an address is one of `server.trusted_proxies`. */
export function isTrustedProxy(application: Application, address: string | undefined): boolean {
  const trust = application.get('trust proxy fn') as (address: string | undefined, hop: number) => boolean;
  return trust(address, 0);
}

/** True when the connection comes from one of `server.trusted_proxies`. */
export function isFromTrustedProxy(req: Request): boolean {
  return isTrustedProxy(req.app, req.socket.remoteAddress);
}

/** The host that a browser asked a trusted proxy for; undefined when the request came directly. */
export function forwardedHost(req: Request): string | undefined {
  const header = req.headers['x-forwarded-host'];
  if (header === undefined || !isFromTrustedProxy(req)) return undefined;
  // A forged X-Forwarded-Host comes first in the list; the trusted proxy appends the real one.
  return String(header).split(',').at(-1)?.trim();
}
