import { expect, it } from 'vitest';
import { pythonFloat, pythonInt } from '../../../../src/web/contract/inputs/python-numbers.ts';

it.each([
  [2, 2],
  [2.7, 2],
  [-2.7, -2],
  [-0.5, 0],
  [-0, 0],
  ['2', 2],
  [' +2\n', 2],
  ['-0', 0],
  ['1_000', 1000],
  [true, 1],
  [false, 0],
  [1e308, 1e308],
])('int(%j) is %d', (value, expected) => {
  expect(pythonInt(value)).toBe(expected);
});

it.each([
  ['2.7'],
  [''],
  [' '],
  ['1__0'],
  ['_1'],
  ['1_'],
  ['0x10'],
  ['1e3'],
  ['NaN'],
  ['+ 1'],
  ['1\u0000'],
  [null],
  [undefined],
  [[]],
  [[1]],
  [{}],
  [Number.NaN],
  [Number.POSITIVE_INFINITY],
])('int(%j) is refused', (value) => {
  expect(pythonInt(value)).toBeNull();
});

it.each([
  ['2.7', 2.7],
  ['.5', 0.5],
  ['5.', 5],
  [' -1e-2 ', -0.01],
  [true, 1],
  [0.14, 0.14],
])('float(%j) is %d', (value, expected) => {
  expect(pythonFloat(value)).toBe(expected);
});

it.each([pythonInt, pythonFloat])('%o looks at no text that is longer than a number', (read) => {
  expect(read('1'.repeat(300))).toBe(Number('1'.repeat(300)));
  expect(read('1'.repeat(1_001))).toBeNull();
});

it.each([['.'], ['1e'], ['x'], [''], [null], [[]], [{}], [Number.NaN]])('float(%j) is refused', (value) => {
  expect(pythonFloat(value)).toBeNull();
});
