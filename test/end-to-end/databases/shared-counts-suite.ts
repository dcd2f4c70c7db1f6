import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { SharedCounts } from '../../../src/model/shared-counts.ts';

const MINUTE = 60_000;

export interface CountsUnderTest {
  readonly counts: SharedCounts;
  /** Lets time go by; null where the store has a clock of its own. */
  readonly advance: ((milliseconds: number) => void) | null;
  readonly close: () => Promise<void>;
}

/** What limits rely on, wherever counts are kept. */
export function describeSharedCounts(name: string, open: () => Promise<CountsUnderTest>): void {
  describe(`counts in ${name}`, () => {
    let under: CountsUnderTest;

    beforeAll(async () => {
      under = await open();
    });
    afterAll(() => under?.close());

    const one = (name: string, amount = 1) => ({ name, amount, window: 10 * MINUTE });
    const values = async (...names: string[]) =>
      (await under.counts.look('group', names)).map(({ value }) => value);

    it('grow, end by themselves, and can be forgotten', async () => {
      const { counts, advance } = under;
      await counts.add('group', [one('b', 3)]);
      expect(await counts.add('group', [one('b'), one('a', 2)])).toMatchObject([{ value: 4 }, { value: 2 }]);
      expect(await values('a', 'unknown', 'b')).toEqual([2, 0, 4]);
      await counts.forget('group', 'b');
      expect(await values('a', 'b')).toEqual([2, 0]);
      if (!advance) return;
      advance(6 * MINUTE);
      expect(await counts.add('group', [one('a')])).toEqual([{ value: 3, msLeft: 4 * MINUTE }]);
      advance(4 * MINUTE);
      expect(await counts.look('group', ['a'])).toEqual([{ value: 0, msLeft: 0 }]);
      expect(await counts.add('group', [one('a')])).toEqual([{ value: 1, msLeft: 10 * MINUTE }]);
    });

    it('end later once they reach their block, and not later still', async () => {
      const { counts } = under;
      const blocked = { ...one('blocked', 2), block: { at: 5, milliseconds: 60 * MINUTE } };
      const add = async () => (await counts.add('group', [blocked, one('free')]))[0]?.msLeft ?? 0;
      expect(await add()).toBeLessThanOrEqual(10 * MINUTE);
      expect(await add()).toBeLessThanOrEqual(10 * MINUTE);
      const first = await add();
      expect(first).toBeGreaterThan(50 * MINUTE);
      under.advance?.(20 * MINUTE);
      const again = await add();
      expect(again).toBeLessThanOrEqual(first);
      if (under.advance) expect(again).toBe(40 * MINUTE);
    });

    it('reach their block with a first addition, too, and are renewed by a block at the next value', async () => {
      const add = async (amount: number, at: number, minutes: number) => {
        const block = { at, milliseconds: minutes * MINUTE };
        const [state] = await under.counts.add('group', [{ ...one('renewed', amount), block }]);
        return Math.round((state?.msLeft ?? 0) / MINUTE);
      };
      expect(await add(3, 3, 5)).toBe(5);
      expect(await add(1, 4, 30)).toBe(30);
      expect(await add(1, 4, 60)).toBe(30);
    });

    it('lose nothing of what many add at once', async () => {
      const additions = [one('x'), one('y'), one('z')];
      await Promise.all(
        Array.from({ length: 60 }, (_, index) =>
          under.counts.add('group', index % 2 ? additions : additions.toReversed()),
        ),
      );
      expect(await values('x', 'y', 'z')).toEqual([60, 60, 60]);
    });
  });
}
