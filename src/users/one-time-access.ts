import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';

/** The access to a server without configured users: for this run and this machine only, which the web checks. */
export interface OneTimeAccess {
  readonly login: string;
  /** A random password, valid until the server stops. */
  readonly password: string;
  /** The secret part of the sign-in link: letters, digits, `-` and `_`. */
  readonly code: string;
  authenticate(login: string, password: string): Promise<boolean>;
  /** True for the right code, once. It stays valid when `use` fails. */
  redeem(code: string, use: () => Promise<void>): Promise<boolean>;
}

const LOGIN = 'admin';
/** Crockford's base32, without letters that look like digits; 32 of them, so that a byte modulo 32 stays even. */
const ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz';
const PASSWORD_LENGTH = 20;
const CODE_BYTES = 32;

/** A hundred random bits, in groups of five that are easy to type. */
function randomPassword(): string {
  const letters = [...randomBytes(PASSWORD_LENGTH)].map((byte) => ALPHABET[byte % ALPHABET.length]).join('');
  return letters.match(/.{5}/g)?.join('-') ?? letters;
}

const digest = (text: string) => createHash('sha256').update(text).digest();

/** Both are random and long: comparing plain digests in constant time is enough. */
const same = (given: string, expected: Buffer) => timingSafeEqual(digest(given), expected);

/** A new password and a new code, kept in memory only. */
export function createOneTimeAccess(): OneTimeAccess {
  const password = randomPassword();
  const code = randomBytes(CODE_BYTES).toString('base64url');
  const [passwordDigest, codeDigest] = [digest(password), digest(code)];
  let redeemed = false;
  return {
    login: LOGIN,
    password,
    code,
    async authenticate(login, given) {
      return same(given, passwordDigest) && login === LOGIN;
    },
    async redeem(given, use) {
      if (redeemed || !same(given, codeDigest)) return false;
      // Set at once, so that a second request cannot use it meanwhile.
      redeemed = true;
      try {
        await use();
      } catch (error) {
        redeemed = false;
        throw error;
      }
      return true;
    },
  };
}
