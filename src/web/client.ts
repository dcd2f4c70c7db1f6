import type { Request } from 'express';
import type { Client } from './action-request.ts';

const forwardingHeaders = ['x-forwarded-for', 'x-forwarded-host', 'forwarded', 'via', 'x-real-ip'];
const loopback = /^(127\.|::1$|::ffff:127\.)/;

/** Who sends the request; addresses in front of trusted proxies only (Express `trust proxy`). */
export function clientOf(req: Request): Client {
  const isDirect = !forwardingHeaders.some((name) => name in req.headers);
  return {
    address: req.ip ?? '',
    isLocal: isDirect && loopback.test(req.socket.remoteAddress ?? ''),
  };
}
