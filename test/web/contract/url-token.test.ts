import { expect, it } from 'vitest';
import { issueToken, isTokenOf } from '../../../src/web/contract/url-token.ts';

it('every token of a session is good in it, and in no other', () => {
  const [first, second] = [issueToken('secret'), issueToken('secret')];
  expect(first).not.toBe(second);
  expect([first, second].map((token) => isTokenOf('secret', token))).toEqual([true, true]);
  expect(isTokenOf('another', first)).toBe(false);
});

it('fits a path segment', () => {
  expect(issueToken('secret')).toMatch(/^[\w-]{16}\.[\w-]{43}$/);
});

it.each([
  [''],
  ['.'],
  ['a.b'],
  ['none'],
  ['..'],
  ['é.é'],
  ['\0'],
  [`${'a'.repeat(9_000)}.${'b'.repeat(43)}`],
])('refuses %j', (token) => {
  expect(isTokenOf('secret', token)).toBe(false);
});

it('refuses a token with a changed nonce', () => {
  const [nonce = '', signature = ''] = issueToken('secret').split('.');
  expect(isTokenOf('secret', `${nonce.slice(1)}A.${signature}`)).toBe(false);
});
