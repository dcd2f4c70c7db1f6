import { hash } from 'node:crypto';

/** Lets people and secret scanners recognise a token anywhere. */
export const TOKEN_PREFIX = 'taxsrv_';

/** Names the digest, so that another one can be added. */
const HASH_PREFIX = 'sha256:';
const TOKEN_HASH = /^sha256:[0-9a-f]{64}$/;

/** The hash of a token for the configuration. A token has 256 random bits: one round of SHA-256 is enough against guessing. */
export function hashApiToken(token: string): string {
  return HASH_PREFIX + hash('sha256', token);
}

export function isApiTokenHash(text: string): boolean {
  return TOKEN_HASH.test(text);
}
