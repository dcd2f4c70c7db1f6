import { expect, it } from 'vitest';
import type { ServerSettings } from '../../src/database/database-settings.ts';
import { hostsOf, hostsText } from '../../src/database/hosts.ts';

const settings: ServerSettings = {
  kind: 'postgres',
  host: 'db1',
  port: 5432,
  name: 'taxes',
  user: 'tax-server',
  password: '',
  tls: false,
  pool_size: 10,
  startup_timeout: 60,
};

it.each([
  ['db1', [['db1', 5432]]],
  ['::1', [['::1', 5432]]],
  [
    ['db1', 'db2:5433', '[::1]:5434', 'fe80::1'],
    [
      ['db1', 5432],
      ['db2', 5433],
      ['::1', 5434],
      ['fe80::1', 5432],
    ],
  ],
] as const)('gives each host of %j its port', (host, expected) => {
  expect(hostsOf({ ...settings, host }).map((each) => [each.host, each.port])).toEqual(expected);
});

it('names all hosts in a text', () => {
  expect(hostsText({ ...settings, host: ['db1', 'db2:5433'] })).toBe('db1:5432, db2:5433');
});
