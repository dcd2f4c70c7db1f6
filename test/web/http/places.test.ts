import { expect, it } from 'vitest';
import { Places } from '../../../src/web/http/places.ts';

it('has so many places of one, so many of all, and each again when it is left', () => {
  const places = new Places({ ofOne: 2, inAll: 3 });
  expect([places.take('a'), places.take('a'), places.take('a')]).toEqual([true, true, false]);
  expect([places.take('b'), places.take('b')]).toEqual([true, false]);
  places.leave('a');
  expect([places.take('b'), places.take('a')]).toEqual([true, false]);
  for (const who of ['a', 'b', 'b']) places.leave(who);
  expect([places.take('c'), places.take('c')]).toEqual([true, true]);
});
