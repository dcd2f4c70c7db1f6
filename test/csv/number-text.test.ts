import fc from 'fast-check';
import { expect, it } from 'vitest';
import { numberText } from '../../src/csv/number-text.ts';

it.each([0, -0, 7, 999, 1000, 1001, 10_010, 999_999, 1_000_000, 1e21, -5, 0.1434, 2.25])(
  'writes %d as String does',
  (number) => {
    expect(numberText(number)).toBe(String(number));
  },
);

it('writes any number as String does', () => {
  fc.assert(
    fc.property(
      fc.oneof(fc.nat(1_100_000), fc.integer(), fc.double()),
      (number) => numberText(number) === String(number),
    ),
  );
});
