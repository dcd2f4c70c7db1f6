import { createHmac, randomBytes } from 'node:crypto';
import type { Client } from '../model/client.ts';
import type { SignIn, SignInResult } from '../model/sign-in.ts';

/**
 * How long a right password is remembered, so that programs which send it with each request do not wait for the slow hash
 * each time.
 */
const REMEMBERED_MS = 60_000;
const REMEMBERED_AT_MOST = 1_000;
/** Until there is a result. */
const PENDING = Number.POSITIVE_INFINITY;

interface Remembered {
  readonly result: Promise<SignInResult>;
  /** The clients waiting for the result. */
  readonly clients: Client[];
  until: number;
}

/**
 * Signs in programs that send their password with each request. A right password is remembered for a minute, and equal
 * tries that arrive together are one try. Kept is an HMAC with a key of this process, never the password; a refusal is
 * forgotten at once, so that each wrong password meets the throttle.
 *
 * @param clock milliseconds
 */
export function rememberSignIns(
  { attempt }: Pick<SignIn, 'attempt'>,
  clock: () => number,
): SignIn['attempt'] {
  const key = randomBytes(32);
  const remembered = new Map<string, Remembered>();

  return (login, password, client) => {
    const digest = createHmac('sha256', key)
      .update(JSON.stringify([login, password, client.address, client.isLocal]))
      .digest('base64');
    const known = remembered.get(digest);
    if (known && clock() < known.until) {
      if (known.until === PENDING) known.clients.push(client);
      return known.result;
    }
    const clients = [client];
    const result = attempt(login, password, {
      ...client,
      isGone: () => clients.every(({ isGone }) => isGone()),
    });
    remember(digest, { result, clients, until: PENDING });
    return result;
  };

  function remember(digest: string, entry: Remembered): void {
    remembered.delete(digest);
    remembered.set(digest, entry);
    if (remembered.size > REMEMBERED_AT_MOST) remembered.delete(remembered.keys().next().value ?? digest);
    entry.result.then(
      ({ kind }) => {
        entry.clients.length = 0;
        if (kind === 'accepted') entry.until = clock() + REMEMBERED_MS;
        else forget(digest, entry);
      },
      () => forget(digest, entry),
    );
  }

  function forget(digest: string, entry: Remembered): void {
    if (remembered.get(digest) === entry) remembered.delete(digest);
  }
}
