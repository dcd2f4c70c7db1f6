import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import express, { type Request } from 'express';
import { expect, it } from 'vitest';
import { acceptedEncoding, encode } from '../../../src/web/http/encoding.ts';

const asking = (header?: string): Request =>
  Object.assign(Object.create(express.request), { headers: { 'accept-encoding': header } });

it.each([
  [undefined, 'identity'],
  ['', 'identity'],
  ['gzip, deflate, br, zstd', 'br'],
  ['gzip, deflate', 'gzip'],
  ['br;q=0, gzip;q=0.5', 'gzip'],
  ['zstd', 'identity'],
  ['*', 'br'],
])('a client that says %s gets %s', (header, encoding) => {
  expect(acceptedEncoding(asking(header))).toBe(encoding);
});

it('what is encoded is the text', () => {
  const text = '<p>déclaré : 1 234 €</p>'.repeat(100);
  expect(brotliDecompressSync(encode.br(text) as Uint8Array).toString()).toBe(text);
  expect(gunzipSync(encode.gzip(text) as Uint8Array).toString()).toBe(text);
  expect(encode.gzip(text).length).toBeLessThan(text.length / 10);
  expect(encode.identity(text)).toBe(text);
});
