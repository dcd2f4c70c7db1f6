import { randomUUID } from 'node:crypto';
import type { Client } from '../model/client.ts';
import type { SignIn, SignInResult } from '../model/sign-in.ts';
import type { LoginThrottle } from './login-throttle.ts';
import type { OneTimeAccess } from './one-time-access.ts';
import { ClientGone, SignInBusy, TooManyAttempts } from './sign-in-errors.ts';
import type { UserDirectory } from './user-directory.ts';

/** The user who signed in, or null. */
type Verify = (login: string, password: string, client: Client) => Promise<string | null>;

/** Signs in the users of the configuration. There is no one-time link then. */
export function signInWithUsers(directory: UserDirectory, throttle: LoginThrottle): SignIn {
  return {
    isOneTime: false,
    attempt: throttled(throttle, directory.authenticate),
    redeem: async () => false,
    hasLogin: directory.hasLogin,
    knows: (user) => directory.loginOf(user) !== undefined,
    loginOf: (user) => directory.loginOf(user) ?? '',
  };
}

/** Signs in with the password or the link of this run, from this machine only. Its sessions end with the run. */
export function signInOnce(access: OneTimeAccess, throttle: LoginThrottle): SignIn {
  const user = `${access.login} ${randomUUID()}`;
  return {
    isOneTime: true,
    attempt: throttled(throttle, async (login, password, client) =>
      client.isLocal && (await access.authenticate(login, password)) ? user : null,
    ),
    redeem: async (code, client, open) => client.isLocal && access.redeem(code, () => open(user)),
    hasLogin: (login) => login === access.login,
    knows: (known) => known === user,
    loginOf: () => access.login,
  };
}

function throttled(throttle: LoginThrottle, verify: Verify): SignIn['attempt'] {
  return async (login, password, client) => {
    let user: string | null = null;
    try {
      await throttle.attempt({ login, ...client }, async () => {
        user = await verify(login, password, client);
        return user !== null;
      });
    } catch (error) {
      return notLookedAt(error);
    }
    return user === null ? { kind: 'refused' } : { kind: 'accepted', user };
  };
}

/** @throws errors other than those for which an attempt is not verified */
function notLookedAt(error: unknown): SignInResult {
  if (error instanceof TooManyAttempts) return { kind: 'paused', retryAfterSeconds: error.retryAfterSeconds };
  if (error instanceof SignInBusy) return { kind: 'busy', retryAfterSeconds: error.retryAfterSeconds };
  if (error instanceof ClientGone) return { kind: 'abandoned' };
  throw error;
}
