import { describe, expect, it } from 'vitest';
import type { ServerSettings } from '../../src/database/database-settings.ts';
import { explainError as explainMysql } from '../../src/database/mysql/mysql-errors.ts';
import { explainError as explainPostgres } from '../../src/database/postgres/postgres-errors.ts';

const settings: ServerSettings = {
  kind: 'mysql',
  host: 'db.example',
  port: 4321,
  name: 'taxes',
  user: 'clerk',
  password: 'secret',
  tls: false,
  pool_size: 10,
  startup_timeout: 60,
};

const driverError = (fields: object, message = 'driver text') => Object.assign(new Error(message), fields);

describe.each([
  ['MySQL', explainMysql],
  ['PostgreSQL', explainPostgres],
] as const)('what an error of the network means for %s', (server, explain) => {
  it.each([
    ['ECONNREFUSED', 'unavailable', /refuses connections/],
    ['ECONNRESET', 'unavailable', /cut the connection/],
    ['ETIMEDOUT', 'unavailable', /does not answer/],
    ['ENOTFOUND', 'unavailable', /no such host\. Check database\.host/],
    ['SELF_SIGNED_CERT_IN_CHAIN', 'refused', /Set database\.tls\.ca/],
    ['CERT_HAS_EXPIRED', 'refused', /has expired/],
    ['ERR_TLS_CERT_ALTNAME_INVALID', 'refused', /for another host/],
  ])('%s', (code, kind, message) => {
    const explanation = explain(driverError({ code }), settings);
    expect(explanation).toEqual({ kind, message: expect.stringMatching(message) });
    expect(explanation?.message).toContain(`${server} server db.example:4321`);
  });

  it('nothing, when it is not about the database', () => {
    expect(explain(new TypeError('x is undefined'), settings)).toBeNull();
    expect(explain(driverError({ code: 'constructor' }), settings)).toBeNull();
    expect(explain('text', settings)).toBeNull();
  });
});

describe('what an error of MySQL means', () => {
  it.each([
    ['ER_CON_COUNT_ERROR', 'unavailable', /driver text/],
    ['PROTOCOL_CONNECTION_LOST', 'unavailable', /driver text/],
    ['PROTOCOL_SEQUENCE_TIMEOUT', 'unavailable', /does not answer/],
    ['ER_LOCK_DEADLOCK', 'conflict', /busy/],
    [
      'ER_ACCESS_DENIED_ERROR',
      'refused',
      /^The database says: driver text\. Check database\.user and database\.password.* user clerk .*database\.tls/,
    ],
    ['ER_NET_PACKET_TOO_LARGE', 'unavailable', /driver text\. Raise max_allowed_packet/],
    ['ER_USER_LIMIT_REACHED', 'unavailable', /driver text\. Set database\.pool_size \(10\)/],
    ['ER_SECURE_TRANSPORT_REQUIRED', 'refused', /driver text\. Set database\.tls to true/],
    ['ER_BAD_DB_ERROR', 'refused', /no database taxes\. Create it: CREATE DATABASE `taxes`/],
    ['ER_DBACCESS_DENIED_ERROR', 'refused', /GRANT ALL ON `taxes`/],
    ['ER_NO_SUCH_TABLE', 'missing-table', /driver text/],
    ['ER_NO_REFERENCED_ROW_2', 'missing-parent', /driver text/],
  ])('%s', (code, kind, message) => {
    expect(explainMysql(driverError({ code }), settings)).toEqual({
      kind,
      message: expect.stringMatching(message),
    });
  });

  it.each([
    ["Can't add new command when connection is in closed state", 'unavailable', /closed state/],
    [
      'Server requests authentication using unknown plugin pam.',
      'refused',
      /plugin pam\. Give the user clerk/,
    ],
  ])('an error of the driver: %s', (text, kind, message) => {
    expect(explainMysql(driverError({}, text), settings)).toEqual({
      kind,
      message: expect.stringMatching(message),
    });
  });

  it('a failed TLS handshake, by its text', () => {
    const kindOf = (text: string) =>
      explainMysql(driverError({ code: 'HANDSHAKE_SSL_ERROR' }, text), settings);
    expect(kindOf('self-signed certificate in certificate chain')?.message).toContain('known authority');
    expect(kindOf('certificate has expired')?.message).toContain('expired');
    expect(kindOf('socket disconnected before secure TLS connection')?.kind).toBe('unavailable');
  });
});

describe('what an error of PostgreSQL means', () => {
  it.each([
    ['57P01', 'unavailable', /driver text/],
    ['53100', 'unavailable', /driver text/],
    ['08006', 'unavailable', /driver text/],
    ['25006', 'unavailable', /driver text/],
    ['40P01', 'conflict', /busy/],
    ['55P03', 'conflict', /busy/],
    [
      '28P01',
      'refused',
      /^The database says: driver text\. Check database\.user \(clerk\) and database\.password/,
    ],
    ['53300', 'unavailable', /driver text\. Set database\.pool_size \(10\)/],
    ['3D000', 'refused', /no database taxes\. Create it: CREATE DATABASE "taxes" OWNER "clerk" TEMPLATE/],
    ['42P01', 'missing-table', /driver text/],
  ])('%s', (code, kind, message) => {
    expect(explainPostgres(driverError({ code }), settings)).toEqual({
      kind,
      message: expect.stringMatching(message),
    });
  });

  it.each([
    ['Query read timeout', 'unavailable'],
    ['timeout exceeded when trying to connect', 'unavailable'],
    ['Connection terminated unexpectedly', 'unavailable'],
    ['The server does not support SSL connections', 'refused'],
  ])('%s', (text, kind) => {
    expect(explainPostgres(driverError({}, text), settings)?.kind).toBe(kind);
  });

  it.each([
    [
      'no pg_hba.conf entry for host "::1", user "u", database "d", no encryption',
      /Set database\.tls to true/,
    ],
    [
      'no pg_hba.conf entry for host "::1", user "u", database "d", SSL encryption',
      /Allow .* in pg_hba\.conf/,
    ],
    ['connection requires a valid client certificate', /clientcert is not supported/],
    ['role "clerk" is not permitted to log in', /ALTER ROLE "clerk" LOGIN;/],
  ])('a refused sign-in: %s', (text, hint) => {
    const message = explainPostgres(driverError({ code: '28000' }, text), settings)?.message;
    expect(message).toContain(`The database says: ${text}. `);
    expect(message).toMatch(hint);
    expect(message).not.toContain('database.password');
  });

  it('a missing right, with the statement that needed it', () => {
    const error = driverError(
      { code: '42501', sql: 'alter table\n  "tbtranches"' },
      'must be owner of tbtranches',
    );
    expect(explainPostgres(error, settings)?.message).toMatch(
      /user clerk lacks a right: must be owner of tbtranches.*\n {2}alter table "tbtranches";/,
    );
  });
});
