import { isIP } from 'node:net';
import type { Request, RequestHandler } from 'express';
import type { BothLanguages } from '../../model/log-text.ts';
import type { RequestLog } from '../../model/request-log.ts';
import type { Mount, WebSettings } from '../../model/web-settings.ts';
import { forwardedHost, isFromTrustedProxy } from './forwarded.ts';
import { withoutPassword } from './log-requests.ts';
import { differentAlias, notBelieved, otherHost, withoutHttps } from './proxy-texts.ts';

/** Detects contradictions between the reverse proxy and the configuration: each is logged once. */
export interface FrontServerWatch {
  readonly everyRequest: RequestHandler;
  /** For requests that no route answered. */
  readonly unknownPath: RequestHandler;
}

type Check = (req: Request, settings: WebSettings) => BothLanguages | null;

/** Characters of a header in a line of the log, at most. */
const SHOWN_CHARACTERS = 100;

/** @param names the first segments of this application's addresses */
export function diagnoseProxy(
  settings: WebSettings,
  log: RequestLog,
  names: ReadonlySet<string>,
): FrontServerWatch {
  const foreignAlias = foreignAliasFinder(settings, names);
  const named = new Set<string>();
  return {
    everyRequest: watch({ proxy: checkProxy, host: checkHost, scheme: checkScheme, alias: checkPrefix }),
    unknownPath: watch({ alias: (req) => checkPath(req, settings, foreignAlias) }),
  };

  /** Each check runs until it has reported something. */
  function watch(checks: Readonly<Record<string, Check>>): RequestHandler {
    const subjects = Object.entries(checks);
    return (req, _res, next) => {
      for (const [subject, check] of subjects) {
        const finding = named.has(subject) ? null : check(req, settings);
        if (finding === null) continue;
        named.add(subject);
        log.warn({ fr: `[serveur frontal] ${finding.fr}`, en: `[front server] ${finding.en}` });
      }
      next();
    };
  }
}

const checkProxy: Check = (req) => {
  if (req.headers['x-forwarded-host'] === undefined || isFromTrustedProxy(req)) return null;
  return notBelieved(String(req.socket.remoteAddress));
};

const checkHost: Check = (req, { publicUrl }) => {
  if (publicUrl === '') return null;
  const expected = new URL(publicUrl).host;
  const forwarded = forwardedHost(req);
  const asked = withoutPassword(forwarded ?? req.headers.host ?? '').toLowerCase();
  if (asked === expected || isLocalName(asked, forwarded === undefined)) return null;
  return otherHost(headerExcerpt(asked), publicUrl);
};

const checkScheme: Check = (req, { publicUrl }) => {
  if (!publicUrl.startsWith('https:') || req.secure || forwardedHost(req) === undefined) return null;
  return withoutHttps(publicUrl);
};

const checkPrefix: Check = (req, { alias }) => {
  const prefix = req.headers['x-forwarded-prefix'];
  if (prefix === undefined || prefix === alias || forwardedHost(req) === undefined) return null;
  return differentAlias(headerExcerpt(String(prefix)), alias);
};

function checkPath(
  req: Request,
  { alias }: Mount,
  find: (path: string) => string | null,
): BothLanguages | null {
  const sent = forwardedHost(req) === undefined ? null : find(req.originalUrl);
  return sent === null || sent === alias ? null : differentAlias(headerExcerpt(sent), alias);
}

/** Finds what precedes an address of this application, `/impots` in `/impots/do/calculer-impot`. */
function foreignAliasFinder({ prefix }: Mount, names: ReadonlySet<string>): (path: string) => string | null {
  const ownPrefix = prefix.replaceAll('.', '\\.');
  const entry = prefix === '' ? '' : `${ownPrefix}/?(?:\\?|$)|`;
  const pattern = new RegExp(
    `^(/.+?)(?:${entry}${ownPrefix}/(?:${[...names].join('|')})(?:[/?]|$)|/static/)`,
  );
  return (path) => pattern.exec(path)?.[1] ?? null;
}

/** A host that an administrator or a health check on the machine itself uses; in direct requests, any address of the machine. */
function isLocalName(host: string, isDirect: boolean): boolean {
  const name = host.replace(/:\d*$/, '').replace(/^\[(.*)\]$/, '$1');
  return (
    name === '' ||
    name === 'localhost' ||
    name === '::1' ||
    name.startsWith('127.') ||
    (isDirect && isIP(name) !== 0)
  );
}

function headerExcerpt(text: string): string {
  return text.slice(0, SHOWN_CHARACTERS);
}
