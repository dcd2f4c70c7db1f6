import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { expect, it } from 'vitest';
import { assetPath, findAsset } from '../../../src/web/http/assets.ts';

it('an asset is found at its own address, which changes with its content', () => {
  const path = assetPath('app.css');
  expect(path).toMatch(/^\/static\/[\w-]{12}\/app\.css$/);
  expect(findAsset(path)).toMatchObject({ type: 'text/css; charset=utf-8', immutable: true });
  expect(assetPath('app.js')).not.toContain(path.split('/')[2]);
});

it('the picture of the contract has its fixed address', () => {
  const picture = findAsset('/static/images/logo.jpg');
  expect(picture).toMatchObject({ type: 'image/jpeg', immutable: false });
  expect(
    Buffer.from(picture?.identity ?? [])
      .subarray(0, 3)
      .toString('hex'),
  ).toBe('ffd8ff');
  expect(picture?.identity.length).toBeLessThan(20_000);
});

it('the compressed forms hold the same bytes, and are made once', () => {
  const style = findAsset(assetPath('app.css'));
  if (!style) throw new Error('no style sheet');
  expect(brotliDecompressSync(style.br())).toEqual(style.identity);
  expect(gunzipSync(style.gzip())).toEqual(style.identity);
  expect(style.br()).toBe(style.br());
  expect(style.br().length).toBeLessThan(15_000);
});

it.each(['/static/app.css', '/static/__proto__', '/static/../package.json', '/static/', ''])(
  '%s is nothing',
  (path) => expect(findAsset(path)).toBeUndefined(),
);

it('an unknown name is a mistake of ours', () => {
  expect(() => assetPath('none.css')).toThrow('There is no asset [none.css].');
});
