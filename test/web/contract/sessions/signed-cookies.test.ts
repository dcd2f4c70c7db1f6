import { randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { type Household, shortHousehold } from '../../../../src/tax/return/household.ts';
import { readSessionCookie, sessionCookie } from '../../../../src/web/contract/sessions/cookie.ts';
import { strangerCookies } from '../../../../src/web/contract/sessions/signed-cookies.ts';
import { emptyForm } from '../../../../src/web/pages/calculation-form.ts';
import { BOX_FIELDS } from '../../../../src/web/pages/field-names.ts';
import { emptyCalculation } from '../../../../src/web/pages/kept-pages.ts';
import { storedPage } from '../../../../src/web/pages/stored-page.ts';

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
    const { read, write, holds } = cookies();
    const kept = [0, 1_000, 2_000, 4_000, 100_000].map((characters) => {
      const page = randomBytes(characters).toString('base64').slice(0, characters);
      const text = write({ ...state, page });
      expect(holds({ ...state, page })).toBe(read(text)?.state.page === page);
      expect(sessionCookie({ kind: 'stranger', type: 'html', text }, settings).length).toBeLessThan(4_096);
      return read(text)?.state.page?.length ?? null;
    });
    expect(kept).toEqual([0, 1_000, 2_000, null, null]);
  });

  it('has room for every box of the return, typed and calculated', () => {
    const boxes = Object.fromEntries(BOX_FIELDS.map(({ code }) => [code, '12345']));
    const form = { ...emptyForm, isDetailed: true, details: { ...emptyForm.details, boxes } };
    const page = storedPage({
      ...emptyCalculation,
      form,
      calculated: {
        household: {
          ...shortHousehold(true, 2, 55_555),
          boxes: boxes as unknown as NonNullable<Household['boxes']>,
        },
        incomeYear: 2025,
      },
    });
    expect(cookies().holds({ ...state, page })).toBe(true);
  });

  it('does not hinder its reading', () => {
    const text = cookies().write({ ...state, page: 'x'.repeat(2_400) });
    const [pair = ''] = sessionCookie({ kind: 'stranger', type: 'html', text }, settings).split(';');
    expect(readSessionCookie(pair, settings)).toEqual({ kind: 'stranger', type: 'html', text });
  });
});
