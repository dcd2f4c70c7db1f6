import { pbkdf2Sync } from 'node:crypto';
import { afterEach, describe, expect, it } from 'vitest';
import type { SessionType } from '../../../src/model/sessions.ts';
import { hashPassword } from '../../../src/users/password-hash.ts';
import { basic } from '../api/api-callers.ts';
import { ContractClient } from '../support/contract-client.ts';
import { http } from '../support/http-client.ts';
import { openSocket } from '../support/raw-http.ts';
import { ADMIN, type RunningServer, startServer } from '../support/tax-server.ts';

const PARALLEL = 200;
/** passlib's own number of rounds. */
const ROUNDS = 29_000;
const pbkdf2Hash = `$pbkdf2-sha256$${ROUNDS}$c2FsdHNhbHQ$${pbkdf2Sync(
  'admin',
  'saltsalt',
  ROUNDS,
  32,
  'sha256',
)
  .toString('base64')
  .replaceAll('+', '.')
  .replace('=', '')}`;
const argon2idHash = await hashPassword('admin');

const numbered = (count: number) => Array.from({ length: count }, (_, number) => `user${number}`);
/** Users who all have the password `admin`. */
const usersWith = (password_hash: string, count: number) =>
  numbered(count).map((login) => ({ login, password_hash }));

let server: RunningServer;
afterEach(() => server.stop());

/** Signs in with each login and password at the same moment, each in a session of its own; the statuses. */
async function signInAtOnce(
  type: SessionType,
  tries: readonly (readonly [login: string, password: string])[],
): Promise<number[]> {
  const clients = tries.map(() => new ContractClient(`${server.origin}/do`, { tokens: false }));
  await Promise.all(clients.map((client) => client.start(type)));
  const replies = clients.map((client, place) => client.login(...(tries[place] ?? ['', ''])));
  return (await Promise.all(replies)).map(({ status }) => status);
}

const times = <Value>(count: number, value: Value) => Array.from({ length: count }, () => value);

describe('200 right sign-ins at once are all accepted', () => {
  it.each([
    ['json', 'argon2id', argon2idHash, 200],
    ['html', 'PBKDF2', pbkdf2Hash, 302],
  ] as const)('of one user in %s sessions, with %s', async (type, _name, password_hash, status) => {
    server = await startServer({ config: { users: [{ login: 'admin', password_hash }] } });
    const statuses = await signInAtOnce(type, times(PARALLEL, ['admin', 'admin'] as const));
    expect(statuses).toEqual(times(PARALLEL, status));
    if (type === 'html') return;
    // Still, not one guess more than the limit is looked at.
    const guesses = await signInAtOnce(type, times(PARALLEL, ['admin', 'wrong'] as const));
    expect(guesses.filter((guess) => guess === 401)).toHaveLength(8);
    expect(guesses.filter((guess) => guess === 429)).toHaveLength(PARALLEL - 8);
  });

  it('of as many users behind one address, with HTTP Basic', async () => {
    server = await startServer({ config: { users: usersWith(pbkdf2Hash, PARALLEL) } });
    const statuses = await Promise.all(
      numbered(PARALLEL).map(async (login) => {
        const call = { headers: basic(login, 'admin') };
        return (await http(`${server.origin}/do/api/v1/tax-years/2025`, call)).status;
      }),
    );
    expect(statuses).toEqual(times(PARALLEL, 200));
  });
});

it('lets in a class of thirty who mistype twice each, behind one address', async () => {
  server = await startServer({ config: { users: usersWith(ADMIN.password_hash, 30) } });
  const all = (password: string) =>
    signInAtOnce(
      'json',
      numbered(30).map((login) => [login, password] as const),
    );
  expect(await all('wrong')).toEqual(times(30, 401));
  expect(await all('wrong again')).toEqual(times(30, 401));
  expect(await all('admin')).toEqual(times(30, 200));
});

describe('tries of clients that have gone', () => {
  const COUNT = 90;

  /** Sends a wrong password, and is gone. */
  function sendAndGo(login: string): void {
    const socket = openSocket(server.port).on('error', () => undefined);
    const head = `GET /do/api/v1/tax-years HTTP/1.1\r\nHost: x\r\nAuthorization: ${basic(login, 'wrong').authorization}\r\n\r\n`;
    socket.write(head, () => socket.destroy());
  }

  async function counted(result: string): Promise<number> {
    const { body } = await http(`${server.origin}/do/metrics`);
    return Number(new RegExp(`sign_ins_total\\{result="${result}"\\} (\\d+)`).exec(body)?.[1] ?? 0);
  }

  it('are not hashed, and hold up nobody', async () => {
    server = await startServer({ config: { users: usersWith(argon2idHash, 1) } });
    for (const login of numbered(COUNT)) sendAndGo(login);
    await expect
      .poll(async () => (await counted('abandoned')) + (await counted('refused')), { timeout: 30_000 })
      .toBe(COUNT);
    // Two run when their clients go, and maybe some that have gone since.
    expect(await counted('abandoned')).toBeGreaterThan(COUNT / 2);
  });
});
