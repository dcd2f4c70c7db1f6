import type { Request } from 'express';
import express from 'express';
import { describe, expect, it } from 'vitest';
import type { Language } from '../../../src/model/language.ts';
import {
  languageCookie,
  languageOf,
  returnPath,
  safeReturnPath,
} from '../../../src/web/http/request-language.ts';

/** A request as Express gives it, with these headers. */
function request(headers: Record<string, string>): Request {
  return Object.assign(Object.create(express.request) as Request, { headers });
}

describe('the language of a visitor', () => {
  it.each<[string, Record<string, string>, Language, Language]>([
    ['nothing said: the configured one', {}, 'fr', 'fr'],
    ['nothing said: the configured one', {}, 'en', 'en'],
    ['the browser prefers English', { 'accept-language': 'en-US,en;q=0.9' }, 'fr', 'en'],
    ['the browser prefers French', { 'accept-language': 'fr-CA,en;q=0.8' }, 'en', 'fr'],
    ['English before French', { 'accept-language': 'de,fr;q=0.5,en;q=0.7' }, 'fr', 'en'],
    ['neither', { 'accept-language': 'de' }, 'en', 'en'],
    ['anything', { 'accept-language': '*' }, 'en', 'en'],
    ['nonsense', { 'accept-language': ';;q=,%' }, 'fr', 'fr'],
    ['a choice before the browser', { cookie: 'a=b; langue=fr', 'accept-language': 'en' }, 'en', 'fr'],
    ['a choice of something else', { cookie: 'langue=de', 'accept-language': 'en' }, 'fr', 'en'],
    ['a choice of a property', { cookie: 'langue=__proto__' }, 'fr', 'fr'],
  ])('%s (%o, configured %s)', (_name, headers, configured, expected) => {
    expect(languageOf(request(headers), configured)).toBe(expected);
  });
});

it('the choice is kept for the mount alone', () => {
  expect(languageCookie('en', { alias: '/impots', prefix: '/do' })).toBe(
    'langue=en; Max-Age=31536000; Path=/impots/do; HttpOnly; SameSite=Lax',
  );
  expect(languageCookie('fr', { alias: '', prefix: '' })).toContain('Path=/; ');
});

it('a page is come back to by its link, and what was posted is not', () => {
  const page = { method: 'GET', baseUrl: '/do', url: '/annees/2025?x=1' } as Request;
  expect(returnPath(page)).toBe('/do/annees/2025?x=1');
  expect(returnPath(Object.assign({}, page, { method: 'POST' }))).toBeNull();
});

it.each([
  ['/do/annees/2025?tri=taux', '/do/annees/2025?tri=taux'],
  ['/do/é', '/do/%C3%A9'],
  ['//elsewhere.example/', null],
  ['/\\elsewhere.example/', null],
  ['/.//elsewhere.example/', null],
  ['https://elsewhere.example/', null],
  ['javascript:alert(1)', null],
  ['do/annees', null],
  ['', null],
  [null, null],
  ['/do/\r\nSet-Cookie: a=b', '/do/Set-Cookie:%20a=b'],
])('of the path %j to come back to, %j is followed', (asked, followed) => {
  expect(safeReturnPath(asked)).toBe(followed);
});
