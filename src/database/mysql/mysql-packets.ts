import type { PoolConnection, RowDataPacket } from 'mysql2';

/** UTF-8 needs at most three bytes for a UTF-16 unit, an escape two. */
const BYTES_OF_UNIT = 3;
/** More than any number, date or null needs. */
const UNITS_OF_OTHERS = 32;

/** The `max_allowed_packet` of connections, in bytes: the server closes connections that send a longer statement. */
export class PacketLimits {
  readonly #limits = new WeakMap<PoolConnection, number>();

  /** Asks a new connection, before its first statement. */
  ask(connection: PoolConnection): void {
    connection.query<RowDataPacket[]>('select @@max_allowed_packet as bytes', (_, rows) => {
      const bytes = Number(rows?.[0]?.bytes);
      if (bytes > 0) this.#limits.set(connection, bytes);
    });
  }

  /** The error of a statement that is too long; null for others. */
  check(connection: PoolConnection, sql: string, values: readonly unknown[]): Error | null {
    const limit = this.#limits.get(connection);
    if (limit === undefined || mostBytes(sql, values) < limit) return null;
    // Including the byte for the kind of packet.
    const bytes = Buffer.byteLength(connection.format(sql, [...values])) + 1;
    if (bytes < limit) return null;
    const text = `it has ${bytes} bytes, and max_allowed_packet is ${limit}`;
    return Object.assign(new Error(text), { code: 'ER_NET_PACKET_TOO_LARGE' });
  }
}

/** An upper bound of a statement's bytes: fast, because every statement is checked. */
function mostBytes(sql: string, values: readonly unknown[]): number {
  const units = values.reduce<number>(
    (sum, value) => sum + (typeof value === 'string' ? value.length : UNITS_OF_OTHERS),
    sql.length,
  );
  return units * BYTES_OF_UNIT;
}
