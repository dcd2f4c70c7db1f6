import { describe, expect, test } from 'vitest';
import {
  compactNumber,
  decimal,
  delay,
  euroChange,
  euros,
  fittingEuros,
  percent,
  wholeNumber,
} from '../../../src/web/pages/format.ts';

describe('an amount', () => {
  test.each([
    ['fr', 2814, '2\u202f814'],
    ['fr', 0, '0'],
    ['fr', 1_000_000_000, '1\u202f000\u202f000\u202f000'],
    ['en', 2814, '2,814'],
  ] as const)('in %s: %d is read as %s', (language, value, text) => {
    expect(wholeNumber(value, language)).toEqual({ raw: String(value), text });
  });
});

describe('euros', () => {
  test.each([
    ['fr', 34_800, '34\u202f800\u00a0€'],
    ['fr', 379.2, '379,20\u00a0€'],
    ['en', 5933.07, '€5,933.07'],
  ] as const)('in %s: %d, with cents only where there are some', (language, value, text) => {
    expect(euros(value, language)).toBe(text);
  });

  test('a change has its sign, nothing has none', () => {
    expect([270, -0.27, 0, -0].map((value) => euroChange(value, 'en'))).toEqual([
      '+€270',
      '−€0.27',
      '€0',
      '€0',
    ]);
  });

  test.each([
    [9_999_999, '€9,999,999'],
    [1_799_616_519, '€1.8bn'],
  ])('%d where there is little room', (value, text) => expect(fittingEuros(value, 'en')).toBe(text));

  test('a number above a bar', () => {
    expect([12_302, 393_550].map((value) => compactNumber(value, 'en'))).toEqual(['12,302', '393.6k']);
  });
});

test('a count may have a fraction', () => expect(decimal(2.25, 'fr')).toBe('2,25'));

describe('a rate', () => {
  test.each([
    ['fr', 0.14, '14'],
    ['fr', 0.055, '5,5'],
    ['en', 0.055, '5.5'],
    ['en', 0.41, '41'],
  ] as const)('in %s: %d is read as %s percent', (language, fraction, text) => {
    expect(percent(fraction, language)).toEqual({ raw: String(fraction), text });
  });
});

describe('a wait', () => {
  test.each([
    ['fr', 1, /^1\sseconde$/],
    ['fr', 90, /^90\ssecondes$/],
    ['fr', 91, /^2\sminutes$/],
    ['fr', 900, /^15\sminutes$/],
    ['en', 5, /^5\sseconds$/],
  ] as const)('in %s: %d seconds', (language, seconds, words) => {
    expect(delay(seconds, language)).toMatch(words);
  });
});
