import { expect, it } from 'vitest';
import { shortDateTime } from '../../../src/web/http/date-time-page.ts';

it('writes day, month, year and time with two digits each', () => {
  expect(shortDateTime(new Date(2026, 0, 2, 3, 4, 5))).toBe('02/01/26 03:04:05');
  expect(shortDateTime(new Date(2031, 10, 23, 18, 40, 59))).toBe('23/11/31 18:40:59');
});
