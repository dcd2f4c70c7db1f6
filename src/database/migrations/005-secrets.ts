import { randomBytes } from 'node:crypto';
import type { Migration } from './migration.ts';

/** The purpose of the secret in {@link secrets} that authenticates the cookies of strangers. */
export const STRANGER_COOKIES = 'stranger-cookies';

/** Secrets shared by all instances on one database: 256 random bits in hexadecimal, by their purpose. */
export const secrets: Migration = {
  name: 'secrets',
  async up({ db, dialect: { types } }) {
    await db.schema
      .createTable('secrets')
      .ifNotExists()
      .addColumn('purpose', types.token, (column) => column.primaryKey())
      .addColumn('value', types.token, (column) => column.notNull())
      .modifyEnd(types.tableOptions)
      .execute();
    const known = await db.selectFrom('secrets').select('purpose').executeTakeFirst();
    if (known) return;
    const value = randomBytes(32).toString('hex');
    await db.insertInto('secrets').values({ purpose: STRANGER_COOKIES, value }).execute();
  },
};
