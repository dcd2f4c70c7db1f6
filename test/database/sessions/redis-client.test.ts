import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { RedisSettings } from '../../../src/database/database-settings.ts';
import { openClient } from '../../../src/database/sessions/redis-client.ts';
import { type Link, NoRedisNode, type OpenLink } from '../../../src/database/sessions/redis-links.ts';

const settings: RedisSettings = {
  kind: 'cluster',
  host: ['a:1', 'b:2', 'c:3'],
  port: 6379,
  database: 0,
  tls: false,
  master_name: '',
};
const never = () => new Promise<never>(() => {});

/** Links that behave as told, in the order in which they are opened. */
function linksOf(...behaviours: readonly (() => Partial<Link>)[]) {
  const destroyed: number[] = [];
  let opened = 0;
  const open: OpenLink = () => {
    const index = opened++;
    return {
      ready: Promise.resolve(),
      send: async () => `from ${index}`,
      ...behaviours[index]?.(),
      destroy: () => void destroyed.push(index),
    };
  };
  return { open, destroyed, opened: () => opened };
}

describe('the way to Redis', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it('is used as soon as it is ready', async () => {
    const client = openClient(settings, linksOf().open);
    await expect(client.command('key', 'GET', 'key')).rejects.toThrow(NoRedisNode);
    await vi.advanceTimersByTimeAsync(0);
    expect(await client.command('key', 'GET', 'key')).toBe('from 0');
    client.close();
  });

  it.each([
    ['is refused', () => Promise.reject(new Error('no root node'))],
    ['does not get ready', never],
  ])('begins anew when it %s', async (_, ready) => {
    const links = linksOf(() => ({ ready: ready() }));
    const client = openClient(settings, links.open);
    await vi.advanceTimersByTimeAsync(11_000);
    expect(await client.command('key', 'GET', 'key')).toBe('from 1');
    expect(links.destroyed).toEqual([0]);
    client.close();
    expect(links.destroyed).toEqual([0, 1]);
  });

  it('is replaced when it swallows a command, and lets others finish', async () => {
    const links = linksOf(() => ({ send: never }));
    const client = openClient(settings, links.open);
    await vi.advanceTimersByTimeAsync(0);
    const swallowed = client.command('key', 'GET', 'key');
    const told = expect(swallowed).rejects.toThrow('Redis does not answer');
    await vi.advanceTimersByTimeAsync(2_500);
    await told;
    expect(await client.command('key', 'GET', 'key')).toBe('from 1');
    expect(links.destroyed).toEqual([]);
    await vi.advanceTimersByTimeAsync(2_500);
    expect(links.destroyed).toEqual([0]);
    client.close();
  });

  it('is replaced when it goes on reaching no node', async () => {
    const links = linksOf(() => ({ send: () => Promise.reject(new NoRedisNode('offline')) }));
    const client = openClient(settings, links.open);
    await vi.advanceTimersByTimeAsync(0);
    await expect(client.command('key', 'GET', 'key')).rejects.toThrow('offline');
    expect(links.opened()).toBe(1);
    await vi.advanceTimersByTimeAsync(5_001);
    await expect(client.command('key', 'GET', 'key')).rejects.toThrow('offline');
    await vi.advanceTimersByTimeAsync(0);
    expect(await client.command('key', 'GET', 'key')).toBe('from 1');
    client.close();
  });

  it('is kept when a node answers with an error, or the library reconnects by itself', async () => {
    const links = linksOf(() => ({ send: () => Promise.reject(new Error('The client is offline')) }));
    const client = openClient(settings, links.open);
    for (let tries = 0; tries < 3; tries++) {
      await vi.advanceTimersByTimeAsync(6_000);
      await expect(client.command('key', 'GET', 'key')).rejects.toThrow('offline');
    }
    expect(links.opened()).toBe(1);
    client.close();
  });
});
