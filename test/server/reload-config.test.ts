import { expect, it } from 'vitest';
import { changedSettings } from '../../src/server/reload-config.ts';

it.each([
  [{ a: 1 }, { a: 1 }, []],
  [{ a: { b: 1, c: 2 } }, { a: { b: 1, c: 3 } }, ['a.c']],
  [{ users: [{ login: 'a' }] }, { users: [{ login: 'b' }] }, ['users']],
  [{ mail: null }, { mail: { to: 'x' } }, ['mail']],
  [{ tls: false }, { tls: { ca: 'x' } }, ['tls']],
  [{ a: { password: 'x' } }, { a: {} }, ['a.password']],
])('what differs between %j and %j', (one, other, names) => {
  expect(changedSettings(one, other)).toEqual(names);
});
