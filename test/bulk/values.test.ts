import { expect, it } from 'vitest';
import { amount, parseCount, status, yesOrNo } from '../../src/bulk/values.ts';
import { twoReadings } from '../../src/csv/written-numbers.ts';

it.each([
  ['', 0],
  ['  ', 0],
  ['55555', 55555],
  [' 55555 ', 55555],
  ['55 555', 55555],
  ['55\u00a0555', 55555],
  ['55\u202f555,99 €', 55555],
  ['55555.5', 55555],
  ['€ 55,555.50', 55555],
  ['55.555,50 EUR', 55555],
  ['55’555', 55555],
  ['55555.333333', 55555],
  ['55555.0', 55555],
  ['1.234.567', null],
  ['12 34', null],
  ['55555.', null],
  ['1,2,3', null],
  ['1 234.56.78', null],
  ['1'.repeat(50_000), null],
  [' '.repeat(50_000), 0],
  ['55,555', null],
  ['55.555', null],
  ['5 5', null],
  ['-1', null],
  ['1e3', null],
  ['100001', null],
  ['x', null],
])('the amount %j is %j', (text, euros) => {
  expect(amount(text, 100_000)).toBe(euros);
});

it.each([
  ['2', 2],
  ['2.0', 2],
  [' 2,00 ', 2],
  ['2.5', null],
  ['2.', null],
  ['deux', null],
])('the count %j is %j', (text, count) => {
  expect(parseCount(text, 30)).toBe(count);
});

it('the readings of an ambiguous amount are both told', () => {
  expect(twoReadings('55.555 €')).toEqual({ withThousands: 55_555, withDecimals: 55 });
  expect(twoReadings('1 234,567')).toEqual({ withThousands: 1_234_567, withDecimals: 1234 });
  expect(twoReadings('55555,50')).toBeNull();
});

it.each([
  ['Oui', true],
  ['YES', true],
  ['1', true],
  ['', false],
  ['faux', false],
  ['1.0', true],
  ['-1', null],
  ['peut-être', null],
])('%j answers %j', (text, answer) => {
  expect(yesOrNo(text)).toBe(answer);
});

it.each([
  ['', 'single'],
  ['Célibataire', 'single'],
  ['PACSÉ', 'couple'],
  ['mariée', 'couple'],
  ['veuve', 'widowed'],
  ['Veuf(ve)', 'widowed'],
  ['Marié(e)', 'couple'],
  ['Marié(e) ou pacsé(e)', 'couple'],
  ['Divorcé(e)', 'single'],
  ['Séparé(e)', 'single'],
  ['Célibataire, divorcé(e) ou séparé(e)', 'single'],
  ['Concubinage', null],
  ['En couple', null],
  ['x', null],
])('%j is %j', (text, situation) => {
  expect(status(text)).toBe(situation);
});
