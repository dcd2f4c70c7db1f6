import { expect, it } from 'vitest';
import { groupDigits } from '../../src/browser/group-digits.ts';

it.each([
  ['5', '5'],
  ['5555', '5 555'],
  ['1234567', '1 234 567'],
  ['55 5555', '555 555'],
  ['5555,5', '5 555,5'],
  ['5555.', '5 555.'],
  ['55\u202f555,50 €', '55 555,50'],
  ['€1234.50', '1 234.50'],
  ["1'234'567 EUR", '1 234 567'],
  ['1.234.567', '1 234 567'],
])('an amount, as typed or pasted: %s', (typed, grouped) => {
  expect(groupDigits(typed, 'fr')).toBe(grouped);
  expect(groupDigits(typed, 'en')).toBe(grouped);
  expect(groupDigits(grouped, 'fr')).toBe(grouped);
});

it('a comma before three digits is of thousands on an English page, and may be either on a French one', () => {
  expect(groupDigits('55,555', 'en')).toBe('55 555');
  expect(groupDigits('55,555', 'fr')).toBe('55,555');
  expect(groupDigits('55.555', 'en')).toBe('55.555');
});

it.each(['', 'x', '-5', '5 + 5', '12,345,6', '1'.repeat(41)])('anything else as it is: %j', (typed) => {
  expect(groupDigits(typed, 'fr')).toBe(typed);
});
