import type { Request } from 'express';
import { expect, it } from 'vitest';
import { isNavigation } from '../../../src/web/http/navigation.ts';

it.each([
  ['a browser that goes to a page', { 'sec-fetch-mode': 'navigate' }, true],
  ['a script of a page', { 'sec-fetch-mode': 'cors', 'upgrade-insecure-requests': '1' }, false],
  ['a browser over HTTP from another machine', { 'upgrade-insecure-requests': '1' }, true],
  ['a program', {}, false],
] as const)('%s', (_name, headers, expected) => {
  expect(isNavigation({ headers } as Partial<Request> as Request)).toBe(expected);
});
