import fc from 'fast-check';
import { expect, it } from 'vitest';
import { calculationInput } from '../../../src/web/api/calculation-input.ts';
import { readFastPath } from '../../../src/web/api/fast-path.ts';

/** Values at and beyond the bounds, of the right type and of others. */
const whole = fc.oneof(
  { weight: 20, arbitrary: fc.integer({ min: 0, max: 30 }) },
  fc.constantFrom(-1, -0, 31, 1.5, 1e9, 1e9 + 1, 2 ** 53, Number.POSITIVE_INFINITY, '1', null, true, []),
);
const often = <Value>(values: readonly Value[], ...others: readonly unknown[]) =>
  fc.oneof({ weight: 20, arbitrary: fc.constantFrom(...values) }, fc.constantFrom<unknown>(...others));
/** Rarely with a member that nobody knows. */
const rarelyMore = (object: fc.Arbitrary<object>) =>
  fc.tuple(object, fc.nat(30)).map(([members, draw]) => (draw === 0 ? { ...members, STRANGER: 1 } : members));

const declarant = rarelyMore(fc.record({ salary: whole, pension: whole }, { requiredKeys: [] }));
const household = rarelyMore(
  fc.record(
    {
      status: often(['single', 'couple', 'widowed'], 'married', 'toString', null),
      singleParent: often([true, false], 'true', 0),
      children: whole,
      sharedCustodyChildren: whole,
      declarants: fc.oneof(
        { weight: 20, arbitrary: fc.array(declarant, { minLength: 1, maxLength: 2 }) },
        fc.array(fc.oneof(declarant, fc.jsonValue()), { maxLength: 3 }),
        fc.jsonValue(),
      ),
    },
    { requiredKeys: ['status', 'declarants'] },
  ),
);
const calculation = rarelyMore(
  fc.record(
    {
      household: fc.oneof({ weight: 20, arbitrary: household }, fc.jsonValue()),
      incomeYear: often([2018, 2025], 1999, 2025.5, 2 ** 53, '2025', null),
      method: often(['official', 'legacy'], 'Official', null),
    },
    { requiredKeys: ['household'] },
  ),
);
const body = fc
  .tuple(fc.oneof({ weight: 20, arbitrary: calculation }, fc.jsonValue()), fc.constantFrom('x', '__proto__'))
  .map(([value, stranger]) => JSON.stringify(value).replaceAll('STRANGER', stranger));

it('reads exactly the bodies without an issue, and as the schema does', () => {
  let valid = 0;
  fc.assert(
    fc.property(body, (text) => {
      const value: unknown = JSON.parse(text);
      const read = readFastPath(value);
      const { success, data } = calculationInput.safeParse(value);
      expect(read !== null).toBe(success);
      if (read === null || data === undefined) return;
      valid += 1;
      const { status: situation, ...rest } = data.household;
      expect(read).toEqual({ ...data, household: { situation, ...rest } });
    }),
    { numRuns: 5_000 },
  );
  expect(valid).toBeGreaterThan(500);
});
