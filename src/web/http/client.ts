import type { Application, Request } from 'express';
import type { Client } from '../../model/client.ts';

/** What proxies add to a request that they pass on. */
const forwardingHeader = /^(x-forwarded|forwarded|via|x-real-ip|(x|true)-client-ip|cf-connecting-ip)/;
const loopback = /^(127\.|::1$|::ffff:127\.)/;

/** Who sends the request; addresses in front of trusted proxies only (Express `trust proxy`). */
export function clientOf(req: Request): Client {
  const isDirect = !Object.keys(req.headers).some((name) => forwardingHeader.test(name));
  return {
    address: req.ip ?? '',
    requestId: req.res?.locals.requestId ?? '',
    isLocal: isDirect && loopback.test(req.socket.remoteAddress ?? ''),
  };
}

type Trust = (address: string, hop: number) => boolean;

/** More addresses than a front server has; beyond, the memory starts anew. */
const MAX_REMEMBERED = 1_000;

/** Express's `trust proxy`, whose answer per address is remembered: each request asks several times. */
export function trustProxies(application: Application, proxies: readonly string[]): void {
  application.set('trust proxy', proxies);
  const trust = application.get('trust proxy fn') as Trust;
  const answers = new Map<string, boolean>();
  application.set('trust proxy fn', (address: string, hop: number) => {
    const known = answers.get(address);
    if (known !== undefined) return known;
    if (answers.size >= MAX_REMEMBERED) answers.clear();
    const answer = trust(address, hop);
    answers.set(address, answer);
    return answer;
  });
}
