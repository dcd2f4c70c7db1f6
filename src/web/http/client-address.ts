import type { Application, Request } from 'express';
import type { Client } from '../../model/client.ts';

/** The first words of headers that proxies, balancers, tunnels and content delivery networks add. */
const FORWARDING_HEADERS = [
  'forwarded',
  'x-forwarded',
  'x-original-',
  'x-real-',
  'x-cluster-client-ip',
  'x-client-ip',
  'x-remote-',
  'x-originating-ip',
  'x-proxy',
  'x-envoy-',
  'x-arr-',
  'x-azure-',
  'x-amz',
  'x-appengine-',
  'x-cloud-trace-context',
  'x-vercel-',
  'x-varnish',
  'x-scheme',
  'x-url-scheme',
  'x-host',
  'x-nginx-',
  'via$',
  'client-ip',
  'true-client-ip',
  'fastly-',
  'fly-',
  'cf-',
  'cdn-loop',
  'akamai-',
  'proxy-',
  'wl-proxy-',
  'front-end-https',
  'surrogate-capability',
];
const forwardingHeader = new RegExp(`^(${FORWARDING_HEADERS.join('|')})`);

const LOOPBACK_ADDRESS = /^(127\.|::1$|::ffff:127\.)/;
/** A host that no other site can make a browser send (DNS rebinding). */
const LOOPBACK_HOST = /^(localhost|127(\.\d{1,3}){3}|\[::1\])(:\d+)?$/i;

const LOCAL_ACCESS = 'local access';

/** Whom to trust about the client's address, and what local clients may do. */
export interface ClientSettings {
  /** Addresses and networks of reverse proxies whose forwarding headers are trusted. */
  readonly trustedProxies: readonly string[];
  /** Whether programs on this machine may do more than others. */
  readonly localAccess: boolean;
}

/** Prepares an application for {@link clientOf}. */
export function setUpClients(
  application: Application,
  { trustedProxies, localAccess }: ClientSettings,
): void {
  trustProxies(application, trustedProxies);
  application.set(LOCAL_ACCESS, localAccess);
}

/** The sender of the request; addresses from trusted proxies only (Express `trust proxy`). */
export function clientOf(req: Request): Client {
  return {
    address: addressOf(req),
    requestId: req.res?.locals.requestId ?? '',
    isLocal: isLocal(req),
    isGone: () => !req.socket.writable,
  };
}

/** The address of the client, as limits and the audit log use it. */
export function addressOf(req: Request): string {
  return plainAddress(req.ip ?? '');
}

/**
 * Whether the request comes from this machine itself. A forwarder that adds no header and asks for a loopback name looks
 * the same: set `server.local_access` to false for it.
 */
function isLocal({ app, socket, headers }: Request): boolean {
  return (
    app.get(LOCAL_ACCESS) === true &&
    LOOPBACK_ADDRESS.test(socket.remoteAddress ?? '') &&
    LOOPBACK_HOST.test(headers.host ?? '') &&
    !Object.keys(headers).some((name) => forwardingHeader.test(name))
  );
}

const BRACKETED = /^\[([^\]]*)\](:\d+)?$/;
const IPV4_WITH_PORT = /^(\d{1,3}(?:\.\d{1,3}){3}):\d+$/;

/** An address without its brackets, port and zone, which some proxies write into X-Forwarded-For. */
function plainAddress(text: string): string {
  const address = BRACKETED.exec(text)?.[1] ?? IPV4_WITH_PORT.exec(text)?.[1] ?? text;
  const zone = address.indexOf('%');
  return zone < 0 ? address : address.slice(0, zone);
}

type Trust = (address: string, hop: number) => boolean;

/** More addresses than proxies have; beyond, the cache is emptied. */
const MAX_REMEMBERED = 1_000;

/** Express's `trust proxy` with a cache by address, because each request asks several times. */
function trustProxies(application: Application, proxies: readonly string[]): void {
  application.set('trust proxy', proxies);
  const trust = application.get('trust proxy fn') as Trust;
  const answers = new Map<string, boolean>();
  application.set('trust proxy fn', (address: string | undefined, hop: number) => {
    const plain = plainAddress(address ?? '');
    const known = answers.get(plain);
    if (known !== undefined) return known;
    if (answers.size >= MAX_REMEMBERED) answers.clear();
    const answer = trust(plain, hop);
    answers.set(plain, answer);
    return answer;
  });
}
