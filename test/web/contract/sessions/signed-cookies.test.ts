import { describe, expect, it } from 'vitest';
import { readSessionCookie, sessionCookie } from '../../../../src/web/contract/sessions/cookie.ts';
import { strangerCookies } from '../../../../src/web/contract/sessions/signed-cookies.ts';

const MINUTE = 60_000;
const state = { type: 'html', csrfSecret: 'a secret', page: '{"titre":"À l’été € 😀"}' } as const;

function cookies({ key = 'key', idleMinutes = 120 } = {}) {
  let now = 1_000_000;
  return {
    ...strangerCookies({ key: () => key, idleMinutes, clock: () => now }),
    wait: (milliseconds: number) => {
      now += milliseconds;
    },
  };
}

describe('a stranger’s session', () => {
  it.each([state, { ...state, type: null, page: null }])('comes back as it went: %j', (sent) => {
    const { read, write } = cookies();
    expect(read(write(sent))).toEqual({ state: sent, isAgeing: false });
  });

  it('is read by every instance with the same key, and by no other', () => {
    const text = cookies().write(state);
    expect(cookies().read(text)?.state).toEqual(state);
    expect(cookies({ key: 'another' }).read(text)).toBeNull();
  });

  it.each([120, 1])('ages and ends: %i idle minutes', (idleMinutes) => {
    const { read, write, wait } = cookies({ idleMinutes });
    const text = write(state);
    const renewal = Math.min(MINUTE, (idleMinutes * MINUTE) / 10);
    wait(renewal - 1);
    expect(read(text)?.isAgeing).toBe(false);
    wait(1);
    expect(read(text)?.isAgeing).toBe(true);
    wait(idleMinutes * MINUTE - renewal - 1);
    expect(read(text)?.isAgeing).toBe(true);
    wait(1);
    expect(read(text)).toBeNull();
  });

  it('counts for nothing with any character changed', () => {
    const { read, write } = cookies();
    const text = write(state);
    for (let index = 0; index < text.length; index++) {
      const other = text[index] === 'A' ? 'B' : 'A';
      expect(read(`${text.slice(0, index)}${other}${text.slice(index + 1)}`)).toBeNull();
    }
  });

  it.each(['', '.', 'a.b', `e30.${'A'.repeat(43)}`, 'W10'])('is not %j', (text) => {
    expect(cookies().read(text)).toBeNull();
  });
});

describe('the size of the cookie', () => {
  const settings = { name: 'tax_session_12345678', path: '/impots/do', secure: true };

  it('is below that which browsers keep, whatever the page holds', () => {
    const { read, write } = cookies();
    const kept = [0, 1_000, 2_000, 3_000, 100_000].map((characters) => {
      const text = write({ ...state, page: 'é'.repeat(characters / 2) });
      expect(sessionCookie({ kind: 'stranger', type: 'html', text }, settings).length).toBeLessThan(4_096);
      return read(text)?.state.page?.length ?? null;
    });
    expect(kept).toEqual([0, 500, 1_000, null, null]);
  });

  it('does not hinder its reading', () => {
    const text = cookies().write({ ...state, page: 'x'.repeat(2_400) });
    const [pair = ''] = sessionCookie({ kind: 'stranger', type: 'html', text }, settings).split(';');
    expect(readSessionCookie(pair, settings)).toEqual({ kind: 'stranger', type: 'html', text });
  });
});
