import { expect, test } from 'vitest';
import { amount, status, yesOrNo } from '../../src/bulk/values.ts';

test.each([
  ['', 0],
  ['  ', 0],
  ['55555', 55555],
  [' 55555 ', 55555],
  ['55 555', 55555],
  ['55\u00a0555', 55555],
  ['55\u202f555,99 €', 55555],
  ['55555.5', 55555],
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

test.each([
  ['Oui', true],
  ['YES', true],
  ['1', true],
  ['', false],
  ['faux', false],
  ['peut-être', null],
])('%j answers %j', (text, answer) => {
  expect(yesOrNo(text)).toBe(answer);
});

test.each([
  ['', 'single'],
  ['Célibataire', 'single'],
  ['PACSÉ', 'couple'],
  ['mariée', 'couple'],
  ['veuve', 'widowed'],
  ['x', null],
])('%j is %j', (text, situation) => {
  expect(status(text)).toBe(situation);
});
