import type { Request, Response } from 'express';
import type { ApiAccess, Requester, TokenCheck } from '../../model/sign-in.ts';
import type { WebServices } from '../../model/web-services.ts';
import { addressOf, clientOf } from '../http/client-address.ts';
import { refuseOtherSites } from '../http/csrf.ts';
import { linesOf } from '../http/request-lines.ts';
import { ApiProblem } from './api-problem.ts';
import { readCredentials } from './credentials.ts';
import type { ApiContext } from './operation.ts';
import { countRequest } from './rate-limit.ts';

const REALM = 'realm="tax-server"';
const CHALLENGE = `Basic ${REALM}, charset="UTF-8", Bearer ${REALM}`;

/** Lets through who shows a token or a password, as often as the limit allows, and from no other site's page. */
export async function authenticate(
  req: Request,
  res: Response,
  { settings, services }: Pick<ApiContext, 'settings' | 'services'>,
): Promise<void> {
  refuseOtherSites(req, settings.publicUrl);
  const caller = await identify(req, services);
  if (caller instanceof ApiProblem) {
    await countVisitor(req, res, services);
    throw caller;
  }
  res.locals.caller = caller;
  linesOf(res)?.recognize();
  await countRequest(services.apiAccess, caller, res);
}

/** Lets everybody read, as often as the limit allows to an address. */
export async function countVisitor(req: Request, res: Response, { apiAccess }: WebServices): Promise<void> {
  await countRequest(apiAccess, { kind: 'address', address: addressOf(req) }, res);
}

/** The caller, `token payroll` or `user admin`; empty before it is identified. */
export function callerOf(res: Response): string {
  const caller = res.locals.caller as Exclude<Requester, { kind: 'address' }> | undefined;
  return caller ? `${caller.kind} ${caller.name}` : '';
}

/** The caller named by the header, or why it is refused. */
function identify(
  req: Request,
  services: WebServices,
): Requester | ApiProblem | Promise<Requester | ApiProblem> {
  const credentials = readCredentials(req.headers.authorization);
  switch (credentials.kind) {
    case 'none':
      return unknown('Send an API token or a user name and password in the header Authorization.');
    case 'unreadable':
      return unknown(credentials.detail);
    case 'token':
      return byToken(credentials.token, req, services);
    case 'password':
      return byPassword(credentials, req, services.apiAccess);
  }
}

function byToken(token: string, req: Request, services: WebServices): Requester | ApiProblem {
  const check = checkToken(token, req, services);
  switch (check.kind) {
    case 'accepted':
      return { kind: 'token', name: check.name };
    case 'expired':
      return unknown(
        `The API token "${check.name}" is refused since ${check.since}.`,
        ', error="invalid_token"',
      );
    case 'unknown':
      return unknown('The API token is not known.', ', error="invalid_token"');
  }
}

/** The owner of a token; refusals are recorded. */
function checkToken(token: string, req: Request, { apiAccess, audit }: WebServices): TokenCheck {
  const check = apiAccess.checkToken(token);
  if (check.kind !== 'accepted') {
    const user = check.kind === 'expired' ? check.name : null;
    audit({ event: 'api-token', outcome: 'refused', user, client: clientOf(req) });
  }
  return check;
}

async function byPassword(
  { login, password }: { readonly login: string; readonly password: string },
  req: Request,
  access: ApiAccess,
): Promise<Requester | ApiProblem> {
  const result = await access.attempt(login, password, clientOf(req));
  switch (result.kind) {
    case 'accepted':
      return { kind: 'user', name: login };
    case 'refused':
    case 'abandoned':
      return unknown('The user name or the password is wrong.');
    case 'paused':
      return new ApiProblem(
        'too-many-sign-ins',
        `Too many failed attempts: try again in ${result.retryAfterSeconds} seconds.`,
        { headers: { 'Retry-After': String(result.retryAfterSeconds) } },
      );
    case 'busy':
      return new ApiProblem(
        'busy',
        `The server is checking too many passwords already: try again in ${result.retryAfterSeconds} seconds.`,
        { headers: { 'Retry-After': String(result.retryAfterSeconds) } },
      );
  }
}

function unknown(detail: string, error = ''): ApiProblem {
  return new ApiProblem('not-signed-in', detail, { headers: { 'WWW-Authenticate': CHALLENGE + error } });
}

/** Whether the client may see more than a stranger: a program on this machine without a proxy, or one with a token. */
export function isTrusted(req: Request, services: WebServices): boolean {
  if (clientOf(req).isLocal) return true;
  const credentials = readCredentials(req.headers.authorization);
  return credentials.kind === 'token' && checkToken(credentials.token, req, services).kind === 'accepted';
}
