import { expect, it } from 'vitest';
import { createOneTimeAccess } from '../../src/users/one-time-access.ts';

const use = async () => undefined;

it('the link works once', async () => {
  const { code, redeem } = createOneTimeAccess();
  expect(await redeem('', use)).toBe(false);
  expect(await redeem(`${code} `, use)).toBe(false);
  expect(await Promise.all([redeem(code, use), redeem(code, use)])).toEqual([true, false]);
  expect(await redeem(code, use)).toBe(false);
});

it('the link works again after its use has failed', async () => {
  const { code, redeem } = createOneTimeAccess();
  const failed = new Error('no database');
  await expect(redeem(code, () => Promise.reject(failed))).rejects.toBe(failed);
  expect(await redeem(code, use)).toBe(true);
});

it('the password works for admin, for the whole run', async () => {
  const { login, password, authenticate } = createOneTimeAccess();
  expect(login).toBe('admin');
  for (let i = 0; i < 3; i++) expect(await authenticate('admin', password)).toBe(true);
  expect(await authenticate('Admin', password)).toBe(false);
  expect(await authenticate('admin', password.toUpperCase())).toBe(false);
  expect(await authenticate('admin', '')).toBe(false);
});

it('both are random, typeable and fit for an address', () => {
  const [one, other] = [createOneTimeAccess(), createOneTimeAccess()];
  expect(one.password).not.toBe(other.password);
  expect(one.code).not.toBe(other.code);
  expect(one.password).toMatch(/^([0-9a-hjkmnp-tv-z]{5}-){3}[0-9a-hjkmnp-tv-z]{5}$/);
  expect(one.code).toMatch(/^[A-Za-z0-9_-]{43}$/);
});
