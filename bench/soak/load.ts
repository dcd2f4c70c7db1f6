import autocannon, { type Result } from 'autocannon';
import type { RunningServer } from '../../test/end-to-end/support/tax-server.ts';
import { signedInCookie } from '../http.ts';

const CONNECTIONS = 20;
const FORM = 'mari%C3%A9=oui&enfants=2&salaire=55555';

/** `calculer-impot` in a JSON session of its own, as fast as it goes or at a rate. */
export async function calculate(
  { origin }: RunningServer,
  seconds: number,
  requestsPerSecond?: number,
): Promise<Result> {
  const cookie = await signedInCookie(`${origin}/do`);
  return autocannon({
    url: `${origin}/do/calculer-impot`,
    connections: CONNECTIONS,
    duration: seconds,
    ...(requestsPerSecond !== undefined && { overallRate: requestsPerSecond }),
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded', cookie },
    body: FORM,
  });
}

/** Requests without a right answer. */
export function failuresOf({ errors, timeouts, non2xx }: Result): number {
  return errors + timeouts + non2xx;
}
