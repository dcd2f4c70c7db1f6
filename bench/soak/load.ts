import autocannon, { type Result } from 'autocannon';
import { MOST_SIMULATIONS } from '../../src/model/sessions.ts';
import type { RunningServer } from '../../test/end-to-end/support/tax-server.ts';
import { signedInCookie } from '../http.ts';

const CONNECTIONS = 20;
const FORM = 'mari%C3%A9=oui&enfants=2&salaire=55555';
/** A session has room for a few more: the next one may take a moment to sign in. */
const OF_A_SESSION = MOST_SIMULATIONS * 0.9;

/** `calculer-impot` in JSON sessions, as fast as it goes or at a rate. */
export async function calculate(
  { origin }: RunningServer,
  seconds: number,
  requestsPerSecond?: number,
): Promise<Result> {
  const cookie = await changingCookie(`${origin}/do`);
  return autocannon({
    url: `${origin}/do/calculer-impot`,
    connections: CONNECTIONS,
    duration: seconds,
    ...(requestsPerSecond !== undefined && { overallRate: requestsPerSecond }),
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: FORM,
    requests: [
      {
        setupRequest: (request) => ({ ...request, headers: { ...request.headers, cookie: cookie() } }),
      },
    ],
  });
}

/**
 * The cookie of the next request. What a session keeps has a bound: before it is reached another one takes over, which has
 * been signed in meanwhile.
 */
async function changingCookie(url: string): Promise<() => string> {
  let current = await signedInCookie(url);
  let next = '';
  let requests = 0;

  function prepareNext(): void {
    void signedInCookie(url).then((cookie) => {
      next = cookie;
    });
  }

  prepareNext();
  return () => {
    requests += 1;
    if (requests > OF_A_SESSION && next !== '') {
      [current, next, requests] = [next, '', 0];
      prepareNext();
    }
    return current;
  };
}

/** Requests without a right answer. */
export function failuresOf({ errors, timeouts, non2xx }: Result): number {
  return errors + timeouts + non2xx;
}
