import { expect, it } from 'vitest';
import { contentsOfBundle } from '../../../build/bundle.ts';
import { readLock, sizeWithDependencies } from '../../../build/sizes.ts';
import { used } from '../../build/dependency-tables.ts';

it('docs/dependencies.md tells the sizes as they are', async () => {
  const { sizes } = await contentsOfBundle();
  const lock = readLock();
  for (const [name = '', own, all] of used) {
    expect([name, Number.parseInt(own ?? '', 10)]).toEqual([name, aboutKilobytes(sizes.get(name) ?? 0)]);
    const whole = sizeWithDependencies(name, lock, sizes);
    expect([name, Number.parseInt(all ?? '', 10)]).toEqual([name, aboutKilobytes(whole)]);
  }
});

/** Near enough to tell what a package costs. */
function aboutKilobytes(bytes: number) {
  const kilobytes = bytes / 1000;
  const tolerance = Math.max(3, kilobytes / 5);
  return expect.toSatisfy(
    (told: number) => Math.abs(told - kilobytes) <= tolerance,
    `about ${kilobytes.toFixed(0)}`,
  );
}
