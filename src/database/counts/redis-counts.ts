import type { Addition, CountState, SharedCounts } from '../../model/shared-counts.ts';
import type { RedisClient } from '../sessions/redis-client.ts';
import { countName, scriptRunner } from '../sessions/redis-scripts.ts';

/** Counts in Redis, which forgets them by itself when their time is over. */
export function redisCounts(client: RedisClient, prefix: () => string): SharedCounts {
  const run = scriptRunner(client, prefix);
  const place = (group: string) => countName(prefix(), group, '');
  return {
    add: async (group, additions) =>
      statesOf(await run(place(group), 'addCounts', group, ...additions.flatMap(argumentsOf))),
    look: async (group, names) => statesOf(await run(place(group), 'lookAtCounts', group, ...names)),
    async forget(group, name) {
      const counted = countName(prefix(), group, name);
      await client.command(counted, 'DEL', counted);
    },
  };
}

/** A block at 0 is none: a count never gets there from below. */
function argumentsOf({ name, amount, window, block }: Addition): readonly (string | number)[] {
  return [name, amount, window, block?.at ?? 0, block?.milliseconds ?? 0];
}

/** @param reply values and milliseconds in turn, below 0 without a count */
function statesOf(reply: unknown): readonly CountState[] {
  const numbers = (reply as readonly unknown[]).map(Number);
  return numbers.flatMap((value, index) =>
    index % 2 === 0 ? [{ value, msLeft: Math.max(numbers[index + 1] ?? 0, 0) }] : [],
  );
}
