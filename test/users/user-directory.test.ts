import { pbkdf2Sync } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { hashPassword } from '../../src/users/password-hash.ts';
import { createUserDirectory, PASSWORD_MAX_LENGTH, SignInBusy } from '../../src/users/user-directory.ts';

/** Few rounds: these tests check many passwords. */
const cheapHash = `$pbkdf2-sha256$100$c2FsdHNhbHQ$${pbkdf2Sync('admin', 'saltsalt', 100, 32, 'sha256')
  .toString('base64')
  .replaceAll('+', '.')
  .replace('=', '')}`;

const users = [
  { login: 'admin', password_hash: cheapHash },
  { login: 'Zoé', password_hash: await hashPassword('x'.repeat(PASSWORD_MAX_LENGTH)) },
];
const directory = createUserDirectory(users);

describe('who may sign in', () => {
  test.each([
    ['admin', 'admin', true],
    ['Zoé', 'x'.repeat(PASSWORD_MAX_LENGTH), true],
    ['Zoé', 'x'.repeat(PASSWORD_MAX_LENGTH + 1), false],
    ['admin', 'Admin', false],
    ['Admin', 'admin', false],
    ['admin ', 'admin', false],
    ['admin', ' admin', false],
    ['admin', '', false],
    ['', '', false],
    ['nobody', 'admin', false],
    ['__proto__', 'admin', false],
    ['constructor', 'admin', false],
  ])('%j with %.20j → %s', async (login, password, expected) => {
    expect(await directory.authenticate(login, password)).toBe(expected);
  });

  test('nobody when there are no users', async () => {
    expect(await createUserDirectory([]).authenticate('admin', 'admin')).toBe(false);
  });
});

test('an unknown login costs the work of a known one', async () => {
  const expensive = createUserDirectory([{ login: 'a', password_hash: await hashPassword('right') }]);
  const timeOf = async (login: string) => {
    const start = performance.now();
    for (let i = 0; i < 5; i++) await expensive.authenticate(login, 'wrong');
    return performance.now() - start;
  };
  await timeOf('a');
  const known = await timeOf('a');
  // Without the work it would be a thousandth of it.
  expect(await timeOf('unknown')).toBeGreaterThan(known / 5);
});

test('the password of the user who stands in for an unknown login opens nothing', async () => {
  for (const login of ['a', 'b', 'c', 'd']) expect(await directory.authenticate(login, 'admin')).toBe(false);
});

test('a burst is refused beyond a hundred in waiting, and then all is well again', async () => {
  const burst = await Promise.allSettled(
    Array.from({ length: 150 }, () => directory.authenticate('admin', 'admin')),
  );
  const refused = burst.filter((result) => result.status === 'rejected');
  expect(refused.length).toBeGreaterThan(40);
  expect(refused.length).toBeLessThan(60);
  for (const { reason } of refused) {
    expect(reason).toBeInstanceOf(SignInBusy);
    expect(reason.retryAfterSeconds).toBeGreaterThan(0);
  }
  expect(burst.filter((result) => result.status === 'fulfilled').every(({ value }) => value)).toBe(true);
  expect(await directory.authenticate('admin', 'admin')).toBe(true);
});
