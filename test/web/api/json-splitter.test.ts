import fc from 'fast-check';
import { expect, it } from 'vitest';
import { ApiProblem } from '../../../src/web/api/api-problem.ts';
import { createItemReader, type ItemForm, LONGEST_ITEM } from '../../../src/web/api/json-splitter.ts';

function itemsOf(form: ItemForm, texts: readonly string[]): (string | null)[] {
  const items: (string | null)[] = [];
  const reader = createItemReader(form, (item) => items.push(item));
  for (const text of texts) reader.read(text);
  reader.end();
  return items;
}

function placesOf(form: ItemForm, texts: readonly string[]): number[] {
  const places: number[] = [];
  const reader = createItemReader(form, (_item, place) => places.push(place));
  for (const text of texts) reader.read(text);
  reader.end();
  return places;
}

it('an array comes apart into the values that it was made of, wherever it is cut', () => {
  fc.assert(
    fc.property(fc.array(fc.jsonValue()), fc.boolean(), (values, isPretty) => {
      const text = JSON.stringify(values, null, isPretty ? 2 : 0);
      const items = itemsOf('array', [...text]);
      expect(items).toEqual(itemsOf('array', [text]));
      expect(items.map((item) => JSON.parse(item ?? ''))).toEqual(JSON.parse(text));
    }),
  );
});

function isJson(text: string | null): boolean {
  try {
    JSON.parse(text ?? '');
    return true;
  } catch {
    return false;
  }
}

it('an array comes apart into JSON when it is JSON itself, and only then', () => {
  const chunks = ['[', ']', '{', '}', ',', ':', '"', '\\', ' ', '\u00a0', '1', '"a"', '{"a":[1]}'];
  const texts = fc.array(fc.constantFrom(...chunks), { maxLength: 12 });
  fc.assert(
    fc.property(texts, fc.boolean(), (signs, isClosed) => {
      const text = `[${signs.join('')}${isClosed ? ']' : ''}`;
      expect(itemsOf('array', [...text]).every(isJson), text).toBe(isJson(text));
    }),
    { numRuns: 2_000 },
  );
});

it.each([
  ['[1,,2]', ['1', '', '2']],
  ['[,1, ]', ['', '1', ' ']],
  ['[ ]', []],
  ['[1] \n', ['1']],
  ['[1] 2', ['1', '] 2']],
  ['[1][2]', ['1', '][2]']],
  ['[1}, 2]', ['1}', ' 2']],
])('%s has the items %j', (text, items) => {
  expect(itemsOf('array', [text])).toEqual(items);
  expect(itemsOf('array', [...text])).toEqual(items);
});

it('lines come apart, the blank ones left out', () => {
  expect(itemsOf('lines', ['{"a":1}\n\n{"b"', ':2}\r\n', '3'])).toEqual(['{"a":1}', '{"b":2}\r', '3']);
});

it('lines have the numbers that an editor shows, and items their places in the array', () => {
  expect(placesOf('lines', ['\n{"a":1}\r\n\r\n \n', '2\n'])).toEqual([2, 5]);
  expect(placesOf('array', ['\n[1,\n\n2', ',3]'])).toEqual([1, 2, 3]);
});

it('an item that is too long is let go of, and the next one read', () => {
  const long = `"${'x'.repeat(LONGEST_ITEM)}"`;
  expect(itemsOf('array', [`[${long},`, '1]'])).toEqual([null, '1']);
  expect(itemsOf('lines', [`${long}\n1`])).toEqual([null, '1']);
});

it('an array without its end has one item more', () => {
  expect(itemsOf('array', ['[1,2'])).toEqual(['1', '2', '']);
});

it.each(['', '{}', ' x'])('%j is no array', (text) => {
  expect(() => itemsOf('array', [text])).toThrow(ApiProblem);
});
