import type { Dialect, Driver } from 'kysely';

/**
 * The dialect, with transactions that fail with their first error. Kysely rolls back after an error, and a failure of
 * that would hide it: on a broken connection, or when the database has rolled back by itself.
 */
export function keepingFirstError(dialect: Dialect): Dialect {
  return {
    createDriver: () => rollingBackQuietly(dialect.createDriver()),
    createQueryCompiler: () => dialect.createQueryCompiler(),
    createAdapter: () => dialect.createAdapter(),
    createIntrospector: (db) => dialect.createIntrospector(db),
  };
}

function rollingBackQuietly(driver: Driver): Driver {
  const rollBack = driver.rollbackTransaction.bind(driver);
  driver.rollbackTransaction = (connection) => rollBack(connection).catch(() => {});
  return driver;
}
