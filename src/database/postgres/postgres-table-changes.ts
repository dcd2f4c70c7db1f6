import { sql } from 'kysely';
import type { TableChanges } from '../dialect.ts';
import { columnsFromInformationSchema } from '../information-schema.ts';

export const tableChanges: TableChanges = {
  columnsOf: columnsFromInformationSchema(sql`current_schema()`, 'double precision'),
  toDouble: (column, isNullable) =>
    sql`alter column ${sql.ref(column)} type double precision,
      alter column ${sql.ref(column)} ${isNullable ? sql`drop not null` : sql`set not null`}`,
};
