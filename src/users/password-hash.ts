import { argon2, pbkdf2, randomBytes, timingSafeEqual } from 'node:crypto';
import { promisify } from 'node:util';
import { formatArgon2id, type PasswordHash, parsePasswordHash } from './password-hash-format.ts';

const deriveArgon2 = promisify(argon2);
const derivePbkdf2 = promisify(pbkdf2);

/** The parameters of argon2id in OWASP's Password Storage Cheat Sheet: 19 MiB, two passes, one lane. */
const NEW_HASHES = { kind: 'argon2id', memoryKibibytes: 19_456, passes: 2, parallelism: 1 } as const;
const SALT_BYTES = 16;
const DIGEST_BYTES = 32;

/** A password hash that is neither argon2id nor passlib's pbkdf2-sha256. The configuration refuses them at the start. */
export class UnknownPasswordHash extends Error {
  override readonly name = 'UnknownPasswordHash';
}

type Recipe = PasswordHash extends infer Hash
  ? Hash extends PasswordHash
    ? Omit<Hash, 'digest'>
    : never
  : never;

function derive(recipe: Recipe, password: string, length: number): Promise<Buffer> {
  switch (recipe.kind) {
    case 'argon2id':
      return deriveArgon2('argon2id', {
        message: password,
        nonce: recipe.salt,
        memory: recipe.memoryKibibytes,
        passes: recipe.passes,
        parallelism: recipe.parallelism,
        tagLength: length,
      });
    case 'pbkdf2-sha256':
      return derivePbkdf2(password, recipe.salt, recipe.rounds, length, 'sha256');
  }
}

/**
 * Whether the hash is of exactly this password: case-sensitive, not trimmed (contract §2.3). Compares in constant time.
 *
 * @throws {UnknownPasswordHash} when the hash cannot be read
 */
export async function verifyPassword(hash: string, password: string): Promise<boolean> {
  const parsed = parsePasswordHash(hash);
  if (parsed === null) throw new UnknownPasswordHash('neither argon2id nor pbkdf2-sha256');
  const isSame = timingSafeEqual(await derive(parsed, password, parsed.digest.length), parsed.digest);
  // HMAC pads short keys with zero bytes, so that PBKDF2 treats "admin" and "admin\0" as the same.
  return isSame && !password.includes('\0');
}

/** A new argon2id hash with a random salt, for the configuration. */
export async function hashPassword(password: string): Promise<string> {
  const recipe = { ...NEW_HASHES, salt: randomBytes(SALT_BYTES) };
  return formatArgon2id({ ...recipe, digest: await derive(recipe, password, DIGEST_BYTES) });
}
