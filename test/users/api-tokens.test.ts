import { describe, expect, it } from 'vitest';
import { hashApiToken, isApiTokenHash } from '../../src/users/api-token-format.ts';
import { createApiTokens, newApiToken } from '../../src/users/api-tokens.ts';

const at = (date: string) => () => Date.parse(date);

describe('a new token', () => {
  it('is recognisable, long and never the same', () => {
    const tokens = Array.from({ length: 100 }, newApiToken);
    for (const token of tokens) expect(token).toMatch(/^taxsrv_[0-9a-f]{64}$/);
    expect(new Set(tokens).size).toBe(100);
  });

  it('is kept as its SHA-256', () => {
    expect(hashApiToken('abc')).toBe(
      'sha256:ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad',
    );
    expect(isApiTokenHash(hashApiToken(newApiToken()))).toBe(true);
    expect(isApiTokenHash(newApiToken())).toBe(false);
  });
});

describe('the tokens of the configuration', () => {
  const [lasting, ending] = [newApiToken(), newApiToken()];
  const configured = [
    { name: 'payroll', token_hash: hashApiToken(lasting) },
    { name: 'trial', token_hash: hashApiToken(ending), expires: '2027-01-01' },
  ];

  it('are known by name', () => {
    const check = createApiTokens(configured, at('2026-06-01'));
    expect(check(lasting)).toEqual({ kind: 'accepted', name: 'payroll' });
    expect(check(ending)).toEqual({ kind: 'accepted', name: 'trial' });
  });

  it.each([
    '',
    newApiToken(),
    hashApiToken(lasting),
    lasting.toUpperCase(),
    `${lasting} `,
    lasting.slice(0, -1),
  ])('are these and no others: %j', (token) => {
    expect(createApiTokens(configured, at('2026-06-01'))(token)).toEqual({ kind: 'unknown' });
  });

  it('end with the day before they expire, UTC', () => {
    expect(createApiTokens(configured, at('2026-12-31T23:59:59Z'))(ending).kind).toBe('accepted');
    expect(createApiTokens(configured, at('2027-01-01T00:00:00Z'))(ending)).toEqual({
      kind: 'expired',
      name: 'trial',
      since: '2027-01-01',
    });
  });
});
