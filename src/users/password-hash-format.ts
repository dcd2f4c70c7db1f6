/** An argon2id hash in the PHC string format, version 1.3 of the algorithm. */
export interface Argon2idHash {
  readonly kind: 'argon2id';
  readonly memoryKibibytes: number;
  readonly passes: number;
  readonly parallelism: number;
  readonly salt: Buffer;
  readonly digest: Buffer;
}

/** A hash of passlib's `pbkdf2_sha256`, as the earlier application kept its users (contract §4.1). */
export interface Pbkdf2Hash {
  readonly kind: 'pbkdf2-sha256';
  readonly rounds: number;
  readonly salt: Buffer;
  readonly digest: Buffer;
}

export type PasswordHash = Argon2idHash | Pbkdf2Hash;

/** Limits for the work that a hash requires at each sign-in: 256 MiB of memory, or a few seconds. */
const LIMITS = { memoryKibibytes: 262_144, passes: 20, parallelism: 16, rounds: 5_000_000 };

const ARGON2ID =
  /^\$argon2id\$v=19\$m=(\d{1,9}),t=(\d{1,9}),p=(\d{1,9})\$([A-Za-z0-9+/]+)\$([A-Za-z0-9+/]+)$/;
const PBKDF2 = /^\$pbkdf2-sha256\$(\d{1,9})\$([A-Za-z0-9./]*)\$([A-Za-z0-9./]{43})$/;

const within = (value: number, minimum: number, maximum: number) => value >= minimum && value <= maximum;

function parseArgon2id(match: RegExpExecArray): Argon2idHash | null {
  const [, memory, passes, parallelism, salt = '', digest = ''] = match;
  const hash: Argon2idHash = {
    kind: 'argon2id',
    memoryKibibytes: Number(memory),
    passes: Number(passes),
    parallelism: Number(parallelism),
    salt: Buffer.from(salt, 'base64'),
    digest: Buffer.from(digest, 'base64'),
  };
  const usable =
    within(hash.parallelism, 1, LIMITS.parallelism) &&
    within(hash.memoryKibibytes, 8 * hash.parallelism, LIMITS.memoryKibibytes) &&
    within(hash.passes, 1, LIMITS.passes) &&
    within(hash.salt.length, 8, 64) &&
    within(hash.digest.length, 16, 64);
  return usable ? hash : null;
}

/** passlib's base64: `.` for `+`, no padding. */
const fromPasslib64 = (text: string) => Buffer.from(text.replaceAll('.', '+'), 'base64');

function parsePbkdf2(match: RegExpExecArray): Pbkdf2Hash | null {
  const [, rounds, salt = '', digest = ''] = match;
  if (!within(Number(rounds), 1, LIMITS.rounds)) return null;
  return {
    kind: 'pbkdf2-sha256',
    rounds: Number(rounds),
    salt: fromPasslib64(salt),
    digest: fromPasslib64(digest),
  };
}

/** Reads a password hash; null when it is neither of the two kinds or requires too much work. */
export function parsePasswordHash(text: string): PasswordHash | null {
  const argon2id = ARGON2ID.exec(text);
  if (argon2id) return parseArgon2id(argon2id);
  const pbkdf2 = PBKDF2.exec(text);
  return pbkdf2 ? parsePbkdf2(pbkdf2) : null;
}

const base64 = (bytes: Buffer) => bytes.toString('base64').replaceAll('=', '');

/** Writes an argon2id hash as a PHC string. */
export function formatArgon2id({ memoryKibibytes, passes, parallelism, salt, digest }: Argon2idHash): string {
  return `$argon2id$v=19$m=${memoryKibibytes},t=${passes},p=${parallelism}$${base64(salt)}$${base64(digest)}`;
}
