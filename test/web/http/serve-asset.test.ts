import express from 'express';
import { describe, expect, it } from 'vitest';
import { assetPath } from '../../../src/web/http/assets.ts';
import { serveAsset } from '../../../src/web/http/serve-asset.ts';
import { ask } from '../support/inject.ts';

const application = express()
  .use(serveAsset)
  .use((_req, res) => {
    res.status(404).end('unknown');
  });
const STYLE = assetPath('app.css');

describe('a static file', () => {
  it('at an address that changes with its content is kept for ever', async () => {
    const { status, headers, text } = await ask(application, { path: STYLE });
    expect([status, headers.get('content-type'), headers.get('content-encoding')]).toEqual([
      200,
      'text/css; charset=utf-8',
      null,
    ]);
    expect(headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
    expect(Buffer.byteLength(text)).toBe(Number(headers.get('content-length')));
    expect(text).toContain('body');
  });

  it('at an address that stays is asked for again after an hour', async () => {
    const { headers } = await ask(application, { path: assetPath('images/logo.jpg') });
    expect(headers.get('cache-control')).toBe('public, max-age=3600');
  });

  it.each(['br', 'gzip'])('comes as %s to who takes it, and caches know', async (encoding) => {
    const plain = await ask(application, { path: STYLE });
    const { headers } = await ask(application, { path: STYLE, headers: { 'accept-encoding': encoding } });
    expect([headers.get('content-encoding'), headers.get('vary')]).toEqual([encoding, 'Accept-Encoding']);
    expect(Number(headers.get('content-length'))).toBeLessThan(
      Number(plain.headers.get('content-length')) / 3,
    );
  });

  it('has its headers alone for HEAD', async () => {
    const { headers, text } = await ask(application, { method: 'HEAD', path: STYLE });
    expect([Number(headers.get('content-length')) > 0, text]).toEqual([true, '']);
  });

  it.each(['/static/app.css', '/static/../package.json', '/static/'])(
    'is no other than those in the table: %s',
    async (path) => {
      expect(await ask(application, { path })).toMatchObject({ status: 404, text: 'unknown' });
    },
  );
});
