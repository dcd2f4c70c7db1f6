import { createHmac, hash, randomBytes } from 'node:crypto';
import pLimit from 'p-limit';
import type { Client } from '../model/client.ts';
import { verifyPassword } from './password-hash.ts';
import { ClientGone } from './sign-in-errors.ts';

/** One user of the configuration. */
export interface User {
  readonly login: string;
  readonly password_hash: string;
}

/** The client waiting for the result. */
type Waiting = Pick<Client, 'isGone'>;

const someone: Waiting = { isGone: () => false };

/** The users who may sign in. */
export interface UserDirectory {
  /**
   * What a session remembers of the user with this login and this password, both compared exactly (contract §2.3); null
   * when there is none. It changes with the password's hash.
   *
   * @throws {ClientGone} without hashing, when the client has gone while it waited
   */
  authenticate(login: string, password: string, client?: Waiting): Promise<string | null>;
  hasLogin(login: string): boolean;
  /** The login of a session's user; undefined when this user with this password is no longer in the configuration. */
  loginOf(sessionUser: string): string | undefined;
}

/** A password hash takes tens of milliseconds of a core and at least 19 MiB: two at once leave room for the requests. */
const AT_ONCE = 2;

/** A longer password is refused without the cost of hashing it. */
export const PASSWORD_MAX_LENGTH = 1024;

/**
 * The users of the configuration. An unknown login costs the same work as a known one, so that response times do not
 * reveal which logins exist: its password is checked against the hash of some user, always the same one for a login.
 */
export function createUserDirectory(users: readonly User[]): UserDirectory {
  const byLogin = new Map(users.map((user) => [user.login, user]));
  const logins = new Map(users.map((user) => [sessionUserOf(user), user.login]));
  const decoyKey = randomBytes(32);
  const limit = pLimit(AT_ONCE);

  function decoyFor(login: string): User | undefined {
    return users[createHmac('sha256', decoyKey).update(login).digest().readUInt32BE() % users.length];
  }

  return {
    hasLogin: (login) => byLogin.has(login),
    loginOf: (sessionUser) => logins.get(sessionUser),

    async authenticate(login, password, { isGone } = someone) {
      if (password.length > PASSWORD_MAX_LENGTH) return null;
      const user = byLogin.get(login);
      const checked = user ?? decoyFor(login);
      if (checked === undefined) return null;
      const matches = await limit(() => {
        if (isGone()) throw new ClientGone();
        return verifyPassword(checked.password_hash, password);
      });
      return matches && user !== undefined ? sessionUserOf(user) : null;
    },
  };
}

/** The login and a digest of the hash: a session opened with an earlier password becomes invalid. */
function sessionUserOf({ login, password_hash }: User): string {
  return `${login} ${hash('sha256', password_hash, 'base64url')}`;
}
