import { create as savedAs } from 'content-disposition';
import type { Response } from 'express';
import { acceptedEncoding, encode } from './encoding.ts';
import { pageHeadersOf } from './page-headers.ts';
import { sendChunks } from './stream.ts';

/** Headers of every answer but static files, besides those of security-headers.ts. */
const commonHeaders = { 'Cache-Control': 'no-store' } as const;

/** A file to be saved. */
export interface Download {
  readonly name: string;
  readonly type: string;
  /** Bytes; null for content made while it is sent. */
  readonly size: number | null;
  readonly stream: () => AsyncIterable<string | Uint8Array>;
}

/** Sends a text for a program. */
export function sendAnswer(res: Response, status: number, contentType: string, text: string): void {
  sendText(res, status, contentType, text, commonHeaders);
}

/**
 * Sends a text for a program in chunks, as fast as the client reads.
 *
 * @throws whatever `chunks` throws; the answer is incomplete then
 */
export async function sendLongAnswer(
  res: Response,
  status: number,
  contentType: string,
  chunks: AsyncIterable<string>,
): Promise<void> {
  res.writeHead(status, { ...commonHeaders, 'Content-Type': contentType });
  await sendChunks(res, chunks);
}

/**
 * Compressed where the browser accepts it. A page has no secret that its size could reveal (BREACH): a token begins with
 * a new random part each time.
 */
export function sendPage(res: Response, status: number, html: string): void {
  const encoding = acceptedEncoding(res.req);
  if (encoding !== 'identity') res.setHeader('Content-Encoding', encoding);
  sendText(res, status, 'text/html; charset=utf-8', encode[encoding](html), {
    ...commonHeaders,
    ...pageHeadersOf(res.app),
  });
}

/** Sends the answer to the script of a page. */
export function sendData(res: Response, status: number, data: unknown): void {
  sendText(res, status, 'application/json; charset=utf-8', JSON.stringify(data), commonHeaders);
}

/**
 * Sends a file to be saved. The client may leave in the middle.
 *
 * @throws when the file cannot be read
 */
export async function sendDownload(res: Response, { name, type, size, stream }: Download): Promise<void> {
  res.writeHead(200, {
    ...commonHeaders,
    'Content-Type': type,
    ...(size !== null && { 'Content-Length': size }),
    'Content-Disposition': savedAs(name),
  });
  if (res.req.method === 'HEAD') res.end();
  else await sendChunks(res, stream());
}

export function sendRedirect(res: Response, status: 302 | 308, location: string): void {
  res.setHeader('Location', location);
  sendText(res, status, 'text/plain; charset=utf-8', '', commonHeaders);
}

/** Characters. */
const LONG_TEXT = 1_000;

/** Sends a text of any type, or its bytes. */
export function sendText(
  res: Response,
  status: number,
  contentType: string,
  text: string | Uint8Array,
  headers: Readonly<Record<string, string>>,
): void {
  // A short text is sent in one write with the headers; a long one is cheaper as bytes.
  const body = typeof text === 'string' && text.length > LONG_TEXT ? Buffer.from(text) : text;
  res.statusCode = status;
  for (const name in headers) res.setHeader(name, headers[name] as string);
  res.setHeader('Content-Type', contentType);
  res.setHeader('Content-Length', Buffer.byteLength(body));
  res.end(res.req.method === 'HEAD' ? undefined : body);
}
