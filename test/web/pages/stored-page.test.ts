import { expect, it } from 'vitest';
import { message } from '../../../src/web/messages/message.ts';
import { emptyCalculation, signInPage } from '../../../src/web/pages/kept-pages.ts';
import { readPage, storedPage, strangersPage } from '../../../src/web/pages/stored-page.ts';

it('gives back the page that was stored', () => {
  expect(readPage(storedPage(emptyCalculation))).toEqual(emptyCalculation);
});

it('keeps no form for somebody who is not signed in', () => {
  const errors = [message('noSession')];
  const said = { view: 'errors', errors } as const;
  expect(readPage(strangersPage({ ...said, kept: emptyCalculation }))).toEqual(said);
  const signIn = signInPage(new Map([['user', 'admin']]), errors);
  expect(readPage(strangersPage(signIn))).toEqual(signIn);
});

it.each([null, '', '{"view":"calculation"}', 'page-0:{"view":"calculation"}'])(
  'has no page where %j is stored',
  (stored) => {
    expect(readPage(stored)).toBeNull();
  },
);
