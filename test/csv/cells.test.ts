import { expect, it } from 'vitest';
import { cellOf } from '../../src/csv/cells.ts';

it.each([
  '=1+1',
  '+A1',
  '-A1',
  '@SUM(1)',
  '\t=1',
  '\rx',
  ' =1',
  '\u00a0=1',
  '\ufeff=1',
  '\u200b=1',
  '\n=1',
  ' \tx',
  '\uff1d1',
  '\uff0b1',
  '\uff0d1',
  '\uff201',
  ' \uff1d1',
])('%j is disarmed', (text) => {
  expect(cellOf(text, ';')).toBe(`"'${text}"`);
});

it.each(['', 'Dupont', ' Dupont', '\u00a0x', 'é', '-5', ' -5', '+1 234,50', '1=1', "'=1"])(
  '%j is left as it is',
  (text) => {
    expect(cellOf(text, ';')).toBe(text);
  },
);

it('a cell is quoted when it has to be', () => {
  expect(cellOf('a;b', ';')).toBe('"a;b"');
  expect(cellOf('a "b"', ',')).toBe('"a ""b"""');
});
