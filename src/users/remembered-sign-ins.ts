import { createHmac, randomBytes } from 'node:crypto';
import type { SignIn, SignInResult } from '../model/sign-in.ts';

/** A program that sends its password with each request pays for the slow hash once in this time. */
const REMEMBERED_MS = 60_000;
const REMEMBERED_AT_MOST = 1_000;

interface Remembered {
  readonly result: Promise<SignInResult>;
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
    if (known && clock() < known.until) return known.result;
    const result = attempt(login, password, client);
    remember(digest, result);
    return result;
  };

  function remember(digest: string, result: Promise<SignInResult>): void {
    const entry = { result, until: Number.POSITIVE_INFINITY };
    remembered.delete(digest);
    remembered.set(digest, entry);
    if (remembered.size > REMEMBERED_AT_MOST) remembered.delete(remembered.keys().next().value ?? digest);
    result.then(
      ({ kind }) => {
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
