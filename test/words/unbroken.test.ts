import { expect, it } from 'vitest';
import { unbroken } from '../../src/words/unbroken.ts';

it('French signs stay with their words, at every depth', () => {
  const shown = (value: number) => `${value}`;
  expect(unbroken({ a: 'Total : 3 ; et « moi » ?', b: ['Vite !'], c: { d: null }, shown })).toEqual({
    a: 'Total\u00a0: 3\u00a0; et «\u00a0moi\u00a0»\u00a0?',
    b: ['Vite\u00a0!'],
    c: { d: null },
    shown,
  });
});

it('what needs no tie is left as it is', () => {
  const text = 'pacsé(e)? à 8:30, https://example.org?a=1';
  expect(unbroken(text)).toBe(text);
});
