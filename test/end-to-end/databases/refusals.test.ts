import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DatabaseRefused } from '../../../src/database/database-errors.ts';
import type { HostSettings } from '../../../src/database/hosts.ts';
import { watchedDatabase } from '../../database/support/databases.ts';
import { type DatabaseServer, TEST_USER } from '../support/database-server.ts';
import { startMariadb } from '../support/mariadb.ts';
import { startPostgres } from '../support/postgres.ts';

/** A start that is refused at once says why in the server's own words, and then what to do. */
async function refusal(settings: HostSettings): Promise<string> {
  const database = watchedDatabase(settings);
  try {
    await database.start();
    return 'started';
  } catch (error) {
    expect(error).toBeInstanceOf(DatabaseRefused);
    return (error as Error).message;
  } finally {
    await database.close();
  }
}

const { user } = TEST_USER;

describe('a refused start: mysql', () => {
  let server: DatabaseServer;
  let settings: HostSettings;

  beforeAll(async () => {
    server = await startMariadb();
    settings = await server.createDatabase();
  });
  afterAll(() => server?.stop());

  it('names the user and the host that the server sees', async () => {
    const message = await refusal({ ...settings, user: 'nobody' });
    expect(message).toMatch(/Access denied for user 'nobody'@'(localhost|127\.0\.0\.1)'/);
    expect(message).toMatch(
      /Check database\.user and database\.password.*CREATE USER 'nobody'@.*database\.tls/,
    );
  });

  // MySQL has an error of its own for this; MariaDB denies the access.
  it('names database.tls when the server asks for it', async () => {
    await server.run('mysql', 'set global require_secure_transport = on');
    try {
      expect(await refusal(settings)).toMatch(/^The database says: .*database\.tls/);
    } finally {
      await stopAskingForTls();
    }
  });

  /** The administrator of the tests has no TLS either: the server starts anew, without the setting. */
  async function stopAskingForTls(): Promise<void> {
    await server.kill();
    await server.restart();
  }

  it('names the way to sign in that the driver does not know', async () => {
    await server.run('mysql', 'create user socketed identified via unix_socket');
    expect(await refusal({ ...settings, user: 'socketed' })).toMatch(
      /The database says: .*(unix_socket|socketed).* (mysql_native_password|database\.user)/,
    );
  });

  it('names the statement that grants the database', async () => {
    await server.run('mysql', 'create database other');
    expect(await refusal({ ...settings, name: 'other' })).toMatch(
      /Access denied for user 'tester'@.* to database 'other'\..*GRANT ALL ON `other`\.\* TO 'tester';/,
    );
  });

  it('names the columns that cannot hold every character, and what mends them', async () => {
    const other = await server.createDatabase();
    const first = watchedDatabase(other);
    await first.start();
    await first.close();
    const narrow = 'alter table simulations modify label longtext character set utf8mb3';
    await server.run(other.name, narrow, 'alter table sessions modify page longtext character set latin1');
    const message = await refusal(other);
    expect(message).toMatch(/sessions\.page \(latin1\)/);
    const statements = message.split('\n').slice(1);
    expect(statements).toHaveLength(2);
    await server.run(other.name, ...statements);
    expect(await refusal(other)).toBe('started');
  });

  it('takes a database whose own character set is latin1: the tables have theirs', async () => {
    const other = await server.createDatabase();
    await server.run('mysql', `alter database \`${other.name}\` character set latin1`);
    expect(await refusal(other)).toBe('started');
  });
});

describe('a refused start: postgres', () => {
  let server: DatabaseServer;
  let settings: HostSettings;

  beforeAll(async () => {
    server = await startPostgres();
    settings = await server.createDatabase();
  });
  afterAll(() => server?.stop());

  it.each([
    ['LATIN1', "lc_collate 'C' lc_ctype 'C'"],
    ['SQL_ASCII', "lc_collate 'C' lc_ctype 'C'"],
  ])('names the statement that makes a right database instead of one in %s', async (encoding, locale) => {
    const name = `in ${encoding}`;
    await server.run(
      'postgres',
      `create database "${name}" owner ${user} template template0 encoding '${encoding}' ${locale}`,
    );
    const message = await refusal({ ...settings, name });
    expect(message).toContain(`is in the encoding ${encoding}`);
    const [statement = ''] = /CREATE DATABASE .*;/.exec(message) ?? [];
    await server.run('postgres', `drop database "${name}"`, statement);
    expect(await refusal({ ...settings, name })).toBe('started');
  });

  it('gives the server’s words and a statement that works when there is no such database', async () => {
    const missing = { ...settings, name: 'missing' };
    const message = await refusal(missing);
    expect(message).toContain('database "missing" does not exist');
    const [statement = ''] = /CREATE DATABASE .*;/.exec(message) ?? [];
    await server.run('postgres', statement);
    expect(await refusal(missing)).toBe('started');
  });

  it('names the role that may not log in', async () => {
    await server.run('postgres', `create role idle password 'x'`);
    expect(await refusal({ ...settings, user: 'idle', password: 'x' })).toMatch(
      /role "idle" is not permitted to log in\. Run: ALTER ROLE "idle" LOGIN;/,
    );
  });
});
