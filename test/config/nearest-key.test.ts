import { expect, it } from 'vitest';
import { nearestKey, nearestWord } from '../../src/config/nearest-key.ts';
import { settingsInside } from '../../src/config/settings.ts';

it.each([
  ['prot', 'server', 'port'],
  ['Host', 'server', 'host'],
  ['urlprefix', 'server', 'url_prefix'],
  ['idle_minute', 'session', 'idle_minutes'],
  ['pasword', 'database', 'password'],
  ['serverr', '', 'server'],
  ['method', '', 'tax.method'],
  ['mount_alias', 'tax', 'server.mount_alias'],
  ['xyz', 'server', null],
  ['__proto__', '', null],
  ['constructor', '', null],
] as const)('%s in %j → %s', (key, section, expected) => {
  expect(nearestKey(key, settingsInside(section))).toBe(expected);
});

it('a word that is nothing like the others has no neighbour', () => {
  expect(nearestWord('oracle', ['sqlite', 'mysql', 'postgres'])).toBeNull();
  expect(nearestWord('a', ['b'])).toBeNull();
});
