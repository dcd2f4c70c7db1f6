import { describe, expect, it } from 'vitest';
import { dateTimePage, shortDateTime } from '../../../src/web/http/date-time-page.ts';
import { ask } from '../support/inject.ts';

it('writes day, month, year and time with two digits each', () => {
  expect(shortDateTime(new Date(2026, 0, 2, 3, 4, 5))).toBe('02/01/26 03:04:05');
  expect(shortDateTime(new Date(2031, 10, 23, 18, 40, 59))).toBe('23/11/31 18:40:59');
});

describe('the page of date and time', () => {
  const page = dateTimePage('/heure', () => new Date(2026, 0, 2, 3, 4, 5));

  it.each(['/', '/heure', '/heure/', '/heure?x=1'])('is at %s', async (path) => {
    const { status, headers, text } = await ask(page, { path });
    expect([status, headers.get('content-type')]).toEqual([200, 'text/html; charset=utf-8']);
    expect(text).toContain('<time>02/01/26 03:04:05</time>');
    expect(Buffer.byteLength(text)).toBe(Number(headers.get('content-length')));
  });

  it('is nowhere else', async () => {
    expect(await ask(page, { path: '/autre' })).toMatchObject({ status: 404, text: 'Page inconnue\n' });
  });

  it('may load nothing, and is not kept', async () => {
    const { headers } = await ask(page, { path: '/' });
    expect(headers.get('content-security-policy')).toBe("default-src 'none'");
    expect(headers.get('cache-control')).toBe('no-store');
  });
});
