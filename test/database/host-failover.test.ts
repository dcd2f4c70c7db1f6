import { expect, it } from 'vitest';
import { DatabaseUnavailable } from '../../src/database/database-errors.ts';
import { HostFailover, ReadOnlyHost } from '../../src/database/host-failover.ts';
import type { HostSettings } from '../../src/database/hosts.ts';

class Down extends Error {}
class WrongPassword extends Error {}

const settings = (host: string): HostSettings => ({
  kind: 'postgres',
  host,
  port: 5432,
  name: 'taxes',
  user: 'tax-server',
  password: '',
  tls: false,
  pool_size: 10,
  startup_timeout: 60,
});

function failoverBetween(...names: readonly string[]): HostFailover<string> {
  const hosts = names.map((name) => ({ settings: settings(name), pool: name }));
  return new HostFailover(hosts, (error, { host }) =>
    error instanceof Down ? { kind: 'unavailable', message: `${host} is down.` } : null,
  );
}

/** Opens a connection to the hosts that are not in `broken`, and notes which were asked. */
function opening(broken: Readonly<Record<string, 'down' | 'read-only' | 'wrong password'>>) {
  const asked: string[] = [];
  return {
    asked,
    open: async ({ pool, settings: own }: { pool: string; settings: HostSettings }) => {
      asked.push(pool);
      if (broken[pool] === 'down') throw new Down();
      if (broken[pool] === 'read-only') throw new ReadOnlyHost(own);
      if (broken[pool] === 'wrong password') throw new WrongPassword();
      return pool;
    },
  };
}

it('passes over servers that are down or accept no writes, and stays with the one that does', async () => {
  const failover = failoverBetween('a', 'b', 'c');
  const { open, asked } = opening({ a: 'down', b: 'read-only' });
  expect([await failover.connect(open), await failover.connect(open)]).toEqual(['c', 'c']);
  expect(asked).toEqual(['a', 'b', 'c', 'c']);
});

it('names the reason of each server when none accepts writes', async () => {
  const failover = failoverBetween('a', 'b');
  const { open, asked } = opening({ a: 'down', b: 'read-only' });
  const refusal = failover.connect(open);
  await expect(refusal).rejects.toThrow(DatabaseUnavailable);
  await expect(refusal).rejects.toThrow('a is down. b:5432 accepts no writes.');
  expect(asked).toEqual(['a', 'b']);
});

it('does not look elsewhere for what another server would not cure', async () => {
  const { open, asked } = opening({ a: 'wrong password' });
  await expect(failoverBetween('a', 'b').connect(open)).rejects.toThrow(WrongPassword);
  expect(asked).toEqual(['a']);
});

it('lets the errors of a single server through', async () => {
  await expect(failoverBetween('a').connect(opening({ a: 'down' }).open)).rejects.toThrow(Down);
});

it('leaves a server whose statements fail, once for all connections to it', async () => {
  const hosts = ['a', 'b'].map((name) => ({ settings: settings(name), pool: name }));
  const failover = new HostFailover(hosts, (error) =>
    error instanceof Down ? { kind: 'unavailable', message: 'down' } : null,
  );
  const [a] = hosts as [(typeof hosts)[0]];
  failover.failed(a, new WrongPassword());
  expect(await failover.connect(opening({}).open)).toBe('a');
  failover.failed(a, new Down());
  failover.failed(a, new Down());
  expect(await failover.connect(opening({}).open)).toBe('b');
});
