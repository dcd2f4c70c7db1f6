import type { RequestHandler } from 'express';
import { findAsset } from './assets.ts';
import { acceptedEncoding } from './encoding.ts';

const YEAR_IN_SECONDS = 31_536_000;

/** Serves the files in the bundle: `/static/…`, never the disk. Unknown names get a 404. */
export const serveAsset: RequestHandler = (req, res, next) => {
  const asset = findAsset(req.path);
  if (!asset) return next();
  const encoding = acceptedEncoding(req);
  const body = encoding === 'identity' ? asset.identity : asset[encoding]();
  res.setHeader('Content-Type', asset.type);
  res.setHeader('Vary', 'Accept-Encoding');
  res.setHeader(
    'Cache-Control',
    asset.immutable ? `public, max-age=${YEAR_IN_SECONDS}, immutable` : 'public, max-age=3600',
  );
  if (encoding !== 'identity') res.setHeader('Content-Encoding', encoding);
  res.setHeader('Content-Length', body.length);
  res.end(req.method === 'HEAD' ? undefined : body);
};
