import { randomBytes } from 'node:crypto';
import type { TokenCheck } from '../model/sign-in.ts';
import { hashApiToken, TOKEN_PREFIX } from './api-token-format.ts';

const TOKEN_BYTES = 32;

/** One API token of the configuration. */
export interface ConfiguredToken {
  readonly name: string;
  readonly token_hash: string;
  /** `YYYY-MM-DD`: refused from the start of that day on, UTC. */
  readonly expires?: string | undefined;
}

/** A new token with 256 random bits. Only its hash may be stored. */
export function newApiToken(): string {
  return TOKEN_PREFIX + randomBytes(TOKEN_BYTES).toString('hex');
}

/**
 * Checks the tokens of the configuration. They are looked up by their digest, of which nobody can choose a part: how long
 * that takes says nothing about the tokens. One that was right is hashed no more: it is found whole, by a hash with a seed of
 * this process, or not at all.
 *
 * @param clock milliseconds since 1970
 */
export function createApiTokens(
  tokens: readonly ConfiguredToken[],
  clock: () => number,
): (token: string) => TokenCheck {
  const byHash = new Map(tokens.map((token) => [token.token_hash, known(token)]));
  const seen = new Map<string, KnownToken>();

  function find(token: string): KnownToken | undefined {
    const found = seen.get(token) ?? byHash.get(hashApiToken(token));
    if (found) seen.set(token, found);
    return found;
  }

  return (token) => {
    const found = find(token);
    if (!found) return { kind: 'unknown' };
    const { name, since, end } = found;
    return clock() < end ? { kind: 'accepted', name } : { kind: 'expired', name, since };
  };
}

interface KnownToken {
  readonly name: string;
  /** The date from which it is refused, empty when there is none. */
  readonly since: string;
  /** The same in milliseconds since 1970. */
  readonly end: number;
}

function known({ name, expires }: ConfiguredToken): KnownToken {
  return {
    name,
    since: expires ?? '',
    end: expires === undefined ? Number.POSITIVE_INFINITY : Date.parse(expires),
  };
}
