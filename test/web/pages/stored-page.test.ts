import { expect, it } from 'vitest';
import { emptyCalculation } from '../../../src/web/pages/next-page.ts';
import { readPage, storedPage } from '../../../src/web/pages/stored-page.ts';

it('gives back the page that was stored', () => {
  expect(readPage(storedPage(emptyCalculation))).toEqual(emptyCalculation);
});

it.each([null, '', '{"view":"calculation"}', 'page-0:{"view":"calculation"}'])(
  'has no page where %j is stored',
  (stored) => {
    expect(readPage(stored)).toBeNull();
  },
);
