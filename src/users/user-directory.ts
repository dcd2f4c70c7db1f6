import { createHmac, randomBytes } from 'node:crypto';
import pLimit from 'p-limit';
import { verifyPassword } from './password-hash.ts';

/** One user of the configuration. */
export interface User {
  readonly login: string;
  readonly password_hash: string;
}

/** Who may sign in. */
export interface UserDirectory {
  /**
   * Whether this login exists with this password, both compared exactly (contract §2.3).
   * @throws {SignInBusy} when too many passwords are being checked already
   */
  authenticate(login: string, password: string): Promise<boolean>;
  has(login: string): boolean;
}

/** Too many sign-ins at the same time: try again a little later. */
export class SignInBusy extends Error {
  override readonly name = 'SignInBusy';
  readonly retryAfterSeconds = 2;
}

/** A password hash takes tens of milliseconds of a core and 19 MiB or more: two at once leave room for the requests. */
const AT_ONCE = 2;
const WAITING_AT_MOST = 100;

/** No password is longer; a longer one is refused without the cost of hashing it. */
export const PASSWORD_MAX_LENGTH = 1024;

/**
 * The users of the configuration. An unknown login costs the same work as a known one, so that answering times do not
 * tell which logins exist: its password is checked against the hash of some user, always the same one for a login.
 */
export function createUserDirectory(users: readonly User[]): UserDirectory {
  const byLogin = new Map(users.map((user) => [user.login, user]));
  const decoyKey = randomBytes(32);
  const limit = pLimit(AT_ONCE);

  function decoyFor(login: string): User | undefined {
    return users[createHmac('sha256', decoyKey).update(login).digest().readUInt32BE() % users.length];
  }

  return {
    has: (login) => byLogin.has(login),

    async authenticate(login, password) {
      if (password.length > PASSWORD_MAX_LENGTH) return false;
      const user = byLogin.get(login);
      const checked = user ?? decoyFor(login);
      if (checked === undefined) return false;
      if (limit.pendingCount >= WAITING_AT_MOST) throw new SignInBusy('too many sign-ins at once');
      const matches = await limit(() => verifyPassword(checked.password_hash, password));
      return matches && user !== undefined;
    },
  };
}
