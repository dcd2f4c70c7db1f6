import type { Response } from 'express';
import type { ApiAccess, Requester } from '../../model/sign-in.ts';
import { ApiProblem } from './api-problem.ts';

/** The name of the limit in the headers; there is one. */
const POLICY = '"requests"';

/**
 * Counts a request and sends the remaining number in the headers of draft-ietf-httpapi-ratelimit-headers.
 *
 * @throws {ApiProblem} too-many-requests
 */
export async function countRequest(access: ApiAccess, who: Requester, res: Response): Promise<void> {
  const { isExceeded, limit, windowSeconds, remaining, resetSeconds } = await access.count(who);
  res.setHeader('RateLimit-Policy', `${POLICY};q=${limit};w=${windowSeconds}`);
  res.setHeader('RateLimit', `${POLICY};r=${remaining};t=${resetSeconds}`);
  if (!isExceeded) return;
  throw new ApiProblem(
    'too-many-requests',
    `More than ${limit} requests in ${windowSeconds} seconds: try again in ${resetSeconds} seconds.`,
    { headers: { 'Retry-After': String(resetSeconds) } },
  );
}
