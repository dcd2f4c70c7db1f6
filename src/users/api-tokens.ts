import { randomBytes } from 'node:crypto';
import { hashApiToken, TOKEN_PREFIX } from './api-token-format.ts';

const TOKEN_BYTES = 32;

/** One API token of the configuration. */
export interface ConfiguredToken {
  readonly name: string;
  readonly token_hash: string;
  /** `YYYY-MM-DD`: refused from the start of that day on, UTC. */
  readonly expires?: string | undefined;
}

export type TokenCheck =
  | { readonly kind: 'accepted'; readonly name: string }
  | { readonly kind: 'expired'; readonly name: string; readonly since: string }
  | { readonly kind: 'unknown' };

/** A new token with 256 random bits. Only its hash is to be kept. */
export function newApiToken(): string {
  return TOKEN_PREFIX + randomBytes(TOKEN_BYTES).toString('hex');
}

/**
 * Checks the tokens of the configuration. They are looked up by their digest, of which nobody can choose a part: how long
 * that takes says nothing about the tokens.
 *
 * @param clock milliseconds since 1970
 */
export function createApiTokens(
  tokens: readonly ConfiguredToken[],
  clock: () => number,
): (token: string) => TokenCheck {
  const byHash = new Map(
    tokens.map(({ name, token_hash, expires }) => [
      token_hash,
      {
        name,
        since: expires ?? '',
        end: expires === undefined ? Number.POSITIVE_INFINITY : Date.parse(expires),
      },
    ]),
  );
  return (token) => {
    const found = byHash.get(hashApiToken(token));
    if (!found) return { kind: 'unknown' };
    const { name, since, end } = found;
    return clock() < end ? { kind: 'accepted', name } : { kind: 'expired', name, since };
  };
}
