import { type LoginThrottle, TooManyAttempts } from './login-throttle.ts';
import type { OneTimeAccess } from './one-time-access.ts';
import { SignInBusy, type UserDirectory } from './user-directory.ts';

interface Client {
  readonly address: string;
  /** Connected from this machine without a proxy in between. */
  readonly isLocal: boolean;
}

export type SignInResult =
  | { readonly kind: 'accepted' }
  | { readonly kind: 'refused' }
  | { readonly kind: 'paused'; readonly retryAfterSeconds: number };

export interface SignIn {
  attempt(login: string, password: string, client: Client): Promise<SignInResult>;
  redeem(code: string, client: Client): string | null;
}

type Verify = (login: string, password: string, client: Client) => Promise<boolean>;

/** Signs in the users of the configuration. There is no one-time link then. */
export function signInWithUsers(directory: UserDirectory, throttle: LoginThrottle): SignIn {
  return {
    attempt: throttled(throttle, (login, password) => directory.authenticate(login, password)),
    redeem: () => null,
  };
}

/** Signs in with the password or the link of this run, from this machine only. */
export function signInOnce(access: OneTimeAccess, throttle: LoginThrottle): SignIn {
  return {
    attempt: throttled(
      throttle,
      async (login, password, client) => client.isLocal && access.authenticate(login, password),
    ),
    redeem: (code, client) => (client.isLocal && access.redeem(code) ? access.login : null),
  };
}

function throttled(throttle: LoginThrottle, verify: Verify): SignIn['attempt'] {
  return async (login, password, client) => {
    try {
      const isRight = await throttle.attempt({ login, address: client.address }, () =>
        verify(login, password, client),
      );
      return { kind: isRight ? 'accepted' : 'refused' };
    } catch (error) {
      if (!(error instanceof TooManyAttempts || error instanceof SignInBusy)) throw error;
      return { kind: 'paused', retryAfterSeconds: error.retryAfterSeconds };
    }
  };
}
