import { expect, it } from 'vitest';
import { ConnectionQueue, connectPatiently, NoFreeConnection } from '../../src/database/connection-queue.ts';

const shortage = new Error('Too many connections');

/** A pool of a server that grants so many connections. */
function scarcePool(granted: number) {
  const queue = new ConnectionQueue();
  let lent = 0;
  let tries = 0;
  return {
    take: (patience = 5_000) =>
      connectPatiently({
        queue,
        connect: async () => {
          tries += 1;
          if (lent >= granted) throw shortage;
          lent += 1;
        },
        isShortage: (error) => error === shortage,
        held: () => lent,
        poolSize: 10,
        patience,
      }),
    giveBack() {
      lent -= 1;
      queue.wakeFirst();
    },
    grantMore() {
      granted += 1;
    },
    tries: () => tries,
  };
}

it('hands connections on in turn, without asking the server for more each time', async () => {
  const pool = scarcePool(2);
  const served: number[] = [];
  const callers = Array.from({ length: 50 }, async (_, caller) => {
    await pool.take();
    served.push(caller);
    await new Promise((resolve) => setImmediate(resolve));
    pool.giveBack();
  });
  await Promise.all(callers);
  expect(served).toEqual(Array.from({ length: 50 }, (_, caller) => caller));
  expect(pool.tries()).toBeLessThan(200);
});

it('notices that the server grants more, though nothing comes back', async () => {
  const pool = scarcePool(1);
  await pool.take();
  const second = pool.take();
  pool.grantMore();
  await second;
});

it('gives up in time, and says which setting is too high', async () => {
  const pool = scarcePool(1);
  await pool.take();
  const given = pool.take(10);
  await expect(given).rejects.toThrow(NoFreeConnection);
  await expect(given).rejects.toThrow(
    'No connection was free within 0.01 seconds, and the database says: Too many connections. Set database.pool_size (10) to',
  );
});

it('leaves the error of the server as it is when it grants none at all', async () => {
  await expect(scarcePool(0).take(10)).rejects.toBe(shortage);
});
