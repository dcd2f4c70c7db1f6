import { sql } from 'kysely';
import type { TableChanges } from '../dialect.ts';
import { columnsFromInformationSchema } from '../information-schema.ts';

export const tableChanges: TableChanges = {
  columnsOf: columnsFromInformationSchema(sql`database()`, 'double'),
  toDouble: (column, isNullable) =>
    sql`modify column ${sql.ref(column)} double ${isNullable ? sql`null` : sql`not null`}`,
};
