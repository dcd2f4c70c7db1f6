import type { PoolConnection } from 'mysql2';
import { format } from 'mysql2';
import { expect, it } from 'vitest';
import { PacketLimits } from '../../src/database/mysql/mysql-packets.ts';

type Answer = (error: Error | null, rows?: readonly { readonly bytes: number }[]) => void;

/** A connection whose server allows so many bytes; null for one that does not say. */
function connectionWith(bytes: number | null) {
  return {
    query: (_: string, answer: Answer) =>
      bytes === null ? answer(new Error('gone')) : answer(null, [{ bytes }]),
    format,
  } as unknown as PoolConnection;
}

function check(bytes: number | null, text: string): string | null {
  const limits = new PacketLimits();
  const connection = connectionWith(bytes);
  limits.ask(connection);
  return limits.check(connection, 'set a = ?', [text])?.message ?? null;
}

it.each([
  ['short', 1_000, 'x'.repeat(900), null],
  ['too long', 1_000, 'x'.repeat(1_000), 'it has 1011 bytes, and max_allowed_packet is 1000'],
  ['too long in UTF-8', 1_000, 'é'.repeat(600), 'it has 1211 bytes, and max_allowed_packet is 1000'],
  ['too long with its escapes', 1_000, "'".repeat(600), 'it has 1211 bytes, and max_allowed_packet is 1000'],
  ['for a server that did not say', null, 'x'.repeat(10_000), null],
])('a statement that is %s', (_, limit, text, expected) => {
  expect(check(limit, text)).toBe(expected);
});
