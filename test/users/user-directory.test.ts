import { pbkdf2Sync } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { hashPassword } from '../../src/users/password-hash.ts';
import { ClientGone } from '../../src/users/sign-in-errors.ts';
import { createUserDirectory, PASSWORD_MAX_LENGTH } from '../../src/users/user-directory.ts';

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
const accepts = async (login: string, password: string) =>
  (await directory.authenticate(login, password)) !== null;

describe('who may sign in', () => {
  it.each([
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
    expect(await accepts(login, password)).toBe(expected);
  });

  it('nobody when there are no users', async () => {
    expect(await createUserDirectory([]).authenticate('admin', 'admin')).toBeNull();
  });
});

it('an unknown login costs the work of a known one', async () => {
  const expensive = createUserDirectory([{ login: 'a', password_hash: await hashPassword('right') }]);
  const timeOf = async (login: string) => {
    const start = performance.now();
    for (let i = 0; i < 3; i++) await expensive.authenticate(login, 'wrong');
    return performance.now() - start;
  };
  await timeOf('a');
  const known = await timeOf('a');
  // Without the work it would be a thousandth of it.
  expect(await timeOf('unknown')).toBeGreaterThan(known / 5);
});

it('the password of the user who stands in for an unknown login opens nothing', async () => {
  for (const login of ['a', 'b', 'c', 'd']) expect(await accepts(login, 'admin')).toBe(false);
});

it('a burst is served whole, in turn', async () => {
  const burst = await Promise.all(Array.from({ length: 300 }, () => accepts('admin', 'admin')));
  expect(burst.every(Boolean)).toBe(true);
});

it('what a session remembers is known until the hash changes', async () => {
  const sessionUser = (await directory.authenticate('admin', 'admin')) ?? '';
  expect(directory.loginOf(sessionUser)).toBe('admin');
  expect(createUserDirectory(users).loginOf(sessionUser)).toBe('admin');
  const changed = createUserDirectory([{ login: 'admin', password_hash: await hashPassword('admin') }]);
  expect(changed.loginOf(sessionUser)).toBeUndefined();
  expect(directory.loginOf('admin')).toBeUndefined();
  expect([directory.hasLogin('admin'), directory.hasLogin('nobody')]).toEqual([true, false]);
});

it('a password is not hashed when its client has gone before its turn', async () => {
  const waiting = Array.from({ length: 5 }, () => directory.authenticate('admin', 'admin'));
  await expect(directory.authenticate('admin', 'admin', { isGone: () => true })).rejects.toThrow(ClientGone);
  expect(await Promise.all(waiting)).not.toContain(null);
});
