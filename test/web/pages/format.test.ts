import { describe, expect, it } from 'vitest';
import {
  compactEuros,
  compactNumber,
  decimal,
  delay,
  euroChange,
  euros,
  fileSize,
  fittingEuros,
  percentChange,
  pointChange,
  rate,
  wholeNumber,
} from '../../../src/web/pages/format.ts';

describe('an amount', () => {
  it.each([
    ['fr', 2814, '2\u202f814'],
    ['fr', 0, '0'],
    ['fr', 1_000_000_000, '1\u202f000\u202f000\u202f000'],
    ['en', 2814, '2,814'],
    ['en', -2814, '−2,814'],
  ] as const)('in %s: %d is read as %s', (language, value, text) => {
    expect(wholeNumber(value, language)).toEqual({ raw: String(value), text });
  });
});

describe('euros', () => {
  it.each([
    ['fr', 34_800, '34\u202f800\u00a0€'],
    ['fr', 379.2, '379,20\u00a0€'],
    ['en', 5933.07, '€5,933.07'],
    ['fr', -419, '−419\u00a0€'],
    ['en', -2814, '−€2,814'],
    ['en', -0, '€0'],
  ] as const)('in %s: %d, with cents only where there are some', (language, value, text) => {
    expect(euros(value, language)).toBe(text);
  });

  it('a change has its sign, nothing has none', () => {
    expect([270, -0.27, 0, -0].map((value) => euroChange(value, 'en'))).toEqual([
      '+€270',
      '−€0.27',
      '€0',
      '€0',
    ]);
  });

  it.each([
    [9_999_999, '€9,999,999'],
    [1_799_616_519, '€1.8bn'],
    [-1_799_616_519, '−€1.8bn'],
  ])('%d where there is little room', (value, text) => expect(fittingEuros(value, 'en')).toBe(text));

  it('euros where there is little room', () => {
    const inFrench = [0, 800, 25_000, 2_500_000].map((value) =>
      compactEuros(value, 'fr').replace(/\s/g, ' '),
    );
    expect(inFrench).toEqual(['0 €', '800 €', '25 k€', '2,5 M€']);
    expect(compactEuros(25_000, 'en')).toBe('€25k');
  });

  it('a number above a bar', () => {
    expect([12_302, 393_550].map((value) => compactNumber(value, 'en'))).toEqual(['12,302', '393.6k']);
  });
});

it('a count may have a fraction', () => expect(decimal(2.25, 'fr')).toBe('2,25'));

describe('a rate', () => {
  it.each([
    ['fr', 0.14, '14\u00a0%'],
    ['fr', 0.055, '5,5\u00a0%'],
    ['en', 0.055, '5.5%'],
    ['en', 0.41, '41%'],
  ] as const)('in %s: %d is read as %s', (language, fraction, text) => {
    expect(rate(fraction, language)).toBe(text);
  });
});

describe('a wait', () => {
  it.each([
    ['fr', 1, /^1\sseconde$/],
    ['fr', 90, /^90\ssecondes$/],
    ['fr', 91, /^2\sminutes$/],
    ['fr', 900, /^15\sminutes$/],
    ['fr', 7_140, /^119\sminutes$/],
    ['fr', 7_200, /^2\sheures$/],
    ['en', 5, /^5\sseconds$/],
  ] as const)('in %s: %d seconds', (language, seconds, words) => {
    expect(delay(seconds, language)).toMatch(words);
  });
});

describe('changes and sizes', () => {
  it('a rate has as many decimals as the law', () => {
    expect([0.4525, 0.11, 0].map((value) => rate(value, 'en'))).toEqual(['45.25%', '11%', '0%']);
  });

  it('a change of a rate is told in points, of an amount in percent', () => {
    expect([-0.03, -0.2975, 0.01].map((value) => pointChange(value, 'en'))).toEqual(['−3', '−29.75', '+1']);
    expect([0.00896, -0.355].map((value) => percentChange(value, 'en'))).toEqual(['+0.9%', '−35.5%']);
  });

  it.each([
    [0, '0 byte'],
    [1_023, '1,023 byte'],
    [1_536, '1.5 kB'],
    [512 * 1024 ** 2, '512 MB'],
    [2 * 1024 ** 3, '2 GB'],
  ])('%d bytes', (bytes, text) => expect(fileSize(bytes, 'en')).toBe(text));

  it('a size in French', () => {
    expect(fileSize(512 * 1024 ** 2, 'fr').replace(/\s/g, ' ')).toBe('512 Mo');
  });
});
