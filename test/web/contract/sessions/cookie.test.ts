import { describe, expect, it } from 'vitest';
import {
  expiredCookie,
  readSessionCookie,
  sessionCookie,
} from '../../../../src/web/contract/sessions/cookie.ts';

const NAME = 'tax_session_1';
const id = 'aZ09-_'.padEnd(43, 'x');
const session = `eyJ9_-.${id}`;
const settings = { name: NAME, path: '/impots/do', secure: false };

describe('the cookie that is sent', () => {
  it('is for this mount, this site and no script', () => {
    expect(sessionCookie({ kind: 'stored', type: 'json', text: id }, settings)).toBe(
      `${NAME}=j-${id}; Path=/impots/do; HttpOnly; SameSite=Lax`,
    );
  });

  it('is for HTTPS alone when it was set there, under another name, which HTTP cannot replace', () => {
    expect(sessionCookie({ kind: 'stored', type: 'xml', text: id }, { ...settings, secure: true })).toMatch(
      new RegExp(`^__Secure-${NAME}=.*; Secure`),
    );
  });

  it('is taken back under the same name and path', () => {
    expect(expiredCookie(settings)).toBe(`${NAME}=; Max-Age=0; Path=/impots/do; HttpOnly; SameSite=Lax`);
  });
});

describe('the cookie that comes', () => {
  it.each([
    { kind: 'stored', type: 'json', text: id },
    { kind: 'stored', type: 'xml', text: id },
    { kind: 'stored', type: 'html', text: id },
    { kind: 'stored', type: null, text: id },
    { kind: 'stranger', type: 'json', text: session },
    { kind: 'stranger', type: null, text: session },
  ] as const)('is what was sent: %j', (sent) => {
    const [pair = ''] = sessionCookie(sent, settings).split(';');
    expect(readSessionCookie(`other=1; ${pair}; last=2`, settings)).toEqual(sent);
  });

  it.each([
    [undefined],
    [''],
    [NAME],
    [`${NAME}=`],
    [`${NAME}=j-${id}x`],
    [`${NAME}=z-${id}`],
    [`${NAME}=j.${id}`],
    [`${NAME}=j-${session}`],
    [`${NAME}=j.${session}x`],
    [`${NAME}=j.${session}.${id}`],
    [`${NAME}=${id}`],
    [`${NAME}=j-%E0%A4%A`],
    [`${NAME}=j-${id.slice(1)}\0`],
    [`${NAME}2=j-${id}`],
    [`x=${NAME}=j-${id}`],
    [`__proto__=j-${id}; toString=1`],
    [`${NAME}=${'j'.repeat(8_000)}`],
  ])('%j is none', (header) => {
    expect(readSessionCookie(header, settings)).toBeNull();
  });

  it.each([
    [true, 'json'],
    [false, 'html'],
  ])('over HTTPS (%s) is that of HTTPS', (secure, type) => {
    const header = `${NAME}=h-${id}; __Secure-${NAME}=j-${id}`;
    expect(readSessionCookie(header, { name: NAME, secure })?.type).toBe(type);
  });

  it('counts once when it comes twice', () => {
    expect(readSessionCookie(`${NAME}=j-${id}; ${NAME}=h-${id}`, settings)?.type).toBe('json');
  });
});
