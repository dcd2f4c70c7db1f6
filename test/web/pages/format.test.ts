import { describe, expect, test } from 'vitest';
import { delay, percent, wholeNumber } from '../../../src/web/pages/format.ts';

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
