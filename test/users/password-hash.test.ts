import { pbkdf2Sync } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { hashPassword, UnknownPasswordHash, verifyPassword } from '../../src/users/password-hash.ts';
import { parsePasswordHash } from '../../src/users/password-hash-format.ts';

const CHEAP =
  '$argon2id$v=19$m=4096,t=3,p=4$MDEyMzQ1Njc4OWFiY2RlZg$K9MOW0lMRQ4mHG8SR+Of2Zjh0+kCeCH1bonLML/7U14';

/** Made by passlib 1.7.4, argon2-cffi 21.1 and, the first of each kind, taken from their documentations. */
const foreign = [
  [
    'toomanysecrets',
    '$pbkdf2-sha256$29000$N2YMIWQsBWBMae09x1jrPQ$1t8iyB2A.WF/Z5JZv.lfCIhXXN33N23OSgQYThBYRfk',
  ],
  ['Été 2024 €', '$pbkdf2-sha256$29000$MDEyMzQ1Njc4OWFiY2RlZg$8yCje6pwREM93VEaYXeFBJpCAYKchOX2xFU0xV5HmcA'],
  ['admin', '$pbkdf2-sha256$29000$//79//79//79//79//79AQ$M/JsawFcv05P4fj3e1wICNYk87RZCJST/jy95ohHo0I'],
  ['password', '$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc'],
  ['Été 2024 €', CHEAP],
] as const;

describe('hashes of other programs', () => {
  it.each(foreign)('%s with %s', async (password, hash) => {
    expect(await verifyPassword(hash, password)).toBe(true);
    expect(await verifyPassword(hash, `${password} `)).toBe(false);
  });

  it.each(foreign.filter(([, hash]) => hash === CHEAP || hash.startsWith('$pbkdf2')))(
    '%s with %s takes nothing that is nearly the same',
    async (password, hash) => {
      for (const other of [` ${password}`, password.toUpperCase(), `${password}\0`, '']) {
        expect(await verifyPassword(hash, other)).toBe(false);
      }
    },
  );

  it('a hash in the form of the earlier application: 16 bytes of salt, "." for "+", no padding', async () => {
    const salt = Buffer.from('fbefbefbefbefbefbefbefbefbefbefb', 'hex');
    const passlib64 = (bytes: Buffer) => bytes.toString('base64').replaceAll('+', '.').replaceAll('=', '');
    const digest = passlib64(pbkdf2Sync('admin', salt, 29_000, 32, 'sha256'));
    const hash = `$pbkdf2-sha256$29000$${passlib64(salt)}$${digest}`;
    expect(hash).toContain('$........');
    expect(await verifyPassword(hash, 'admin')).toBe(true);
    expect(await verifyPassword(hash, 'Admin')).toBe(false);
  });
});

describe('our own hashes', () => {
  it('are argon2id with the recommended cost, and verify', async () => {
    const hash = await hashPassword('mot de passe');
    expect(hash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$[A-Za-z0-9+/]{22}\$[A-Za-z0-9+/]{43}$/);
    expect(await verifyPassword(hash, 'mot de passe')).toBe(true);
    expect(await verifyPassword(hash, 'mot de passé')).toBe(false);
  });

  it('have a new salt each time', async () => {
    expect(await hashPassword('x')).not.toBe(await hashPassword('x'));
  });
});

describe('what is no hash', () => {
  const salt = 'AAAAAAAAAAAAAAAAAAAAAA';
  const digest = 'A'.repeat(43);
  it.each([
    ['a password', 'admin'],
    ['nothing', ''],
    ['another algorithm', '$2b$12$EixZaYVK1fsbw1ZfbX3OXePaWxn96p36WQoeG6Lruj3vjPGga31lW'],
    ['another argon2', `$argon2i$v=19$m=19456,t=2,p=1$${salt}$${digest}`],
    ['an old version', `$argon2id$v=16$m=19456,t=2,p=1$${salt}$${digest}`],
    ['no version', `$argon2id$m=19456,t=2,p=1$${salt}$${digest}`],
    ['more memory than a server should give', `$argon2id$v=19$m=262145,t=2,p=1$${salt}$${digest}`],
    ['more passes', `$argon2id$v=19$m=19456,t=21,p=1$${salt}$${digest}`],
    ['no passes', `$argon2id$v=19$m=19456,t=0,p=1$${salt}$${digest}`],
    ['more lanes than memory', `$argon2id$v=19$m=100,t=2,p=16$${salt}$${digest}`],
    ['a salt too short', `$argon2id$v=19$m=19456,t=2,p=1$AAAA$${digest}`],
    ['a digest too short', `$argon2id$v=19$m=19456,t=2,p=1$${salt}$AAAA`],
    ['a line end behind it', `$argon2id$v=19$m=19456,t=2,p=1$${salt}$${digest}\n`],
    ['no rounds', `$pbkdf2-sha256$0$${salt}$${digest}`],
    ['minutes of rounds', `$pbkdf2-sha256$5000001$${salt}$${digest}`],
    ['a truncated digest', `$pbkdf2-sha256$29000$${salt}$${digest.slice(1)}`],
    ['standard base64', `$pbkdf2-sha256$29000$${salt}$+${digest.slice(1)}`],
  ])('%s', async (_, text) => {
    expect(parsePasswordHash(text)).toBeNull();
    await expect(verifyPassword(text, 'x')).rejects.toThrow(UnknownPasswordHash);
  });
});
