import type { Config } from '../config/config-schema.ts';
import type { SharedCounts } from '../model/shared-counts.ts';
import type { SignIn } from '../model/sign-in.ts';
import { createLoginThrottle } from '../users/login-throttle.ts';
import { createOneTimeAccess, type OneTimeAccess } from '../users/one-time-access.ts';
import { shareFailures } from '../users/shared-failures.ts';
import { createUserDirectory } from '../users/user-directory.ts';
import { signInOnce, signInWithUsers } from '../users/user-sign-in.ts';

/** Who may sign in: the users of the configuration or, without any, the person at this machine. */
export interface SignInService {
  readonly signIn: SignIn;
  /** The access to print for the person at this machine; null when there are users, or no access from this machine. */
  readonly access: OneTimeAccess | null;
}

export function signInService(
  { users, server }: Pick<Config, 'users' | 'server'>,
  counts: SharedCounts | null,
): SignInService {
  const throttle = createLoginThrottle({ shared: counts && shareFailures(counts) });
  if (users.length > 0)
    return { signIn: signInWithUsers(createUserDirectory(users), throttle), access: null };
  const access = createOneTimeAccess();
  return { signIn: signInOnce(access, throttle), access: server.local_access ? access : null };
}
