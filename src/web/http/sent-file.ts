import { PassThrough, type Readable, type Writable } from 'node:stream';
import { finished } from 'node:stream/promises';
import { message } from '../messages/message.ts';
import { Problem } from './problem.ts';

/** A body that is still arriving. */
export interface Upload {
  readonly contentType: string;
  readonly body: Readable;
}

/** A file in a form, as it arrives. */
export interface SentFile {
  /** Without folder and control characters. */
  readonly name: string;
  readonly content: Readable;
  /** The fields before the file in the form. */
  readonly fields: ReadonlyMap<string, string>;
}

const MAX_NAME = 150;

/**
 * Passes the file of a multipart form to `take` while it arrives, never whole in memory, and reads the form to its end
 * whatever happens to the file. Null when no file was chosen.
 *
 * @throws {Problem} 400 when the body is not a multipart form
 */
export async function takeFile<Result>(
  { contentType, body }: Upload,
  fieldName: string,
  take: (file: SentFile) => Promise<Result>,
): Promise<Result | null> {
  const parser = await multipartParser(contentType);
  const fields = new Map<string, string>();
  let taken: Promise<Result> | null = null;
  parser.on('field', (name, value) => fields.set(name, value));
  parser.on('file', (name, content, { filename }) => {
    // A form that breaks off also ends its file with an error, which nobody handles if the file is not taken.
    content.on('error', () => undefined);
    if (taken || name !== fieldName || !filename) {
      content.resume();
      return;
    }
    const copy = detached(content);
    // `take` may refuse the file without reading it; the form goes on when the copy is destroyed.
    taken = take({ name: safeFileName(filename), content: copy, fields }).finally(() => copy.destroy());
    // Awaited below, once the form has been read.
    taken.catch(() => undefined);
  });
  const failure = await parsed(body, parser);
  if (taken) return taken;
  if (failure) throw malformed(failure);
  return null;
}

/** The error that ended the parsing, or null. Unlike with `pipeline`, the body stays open for the answer. */
function parsed(body: Readable, parser: Writable): Promise<Error | null> {
  return new Promise((resolve) => {
    parser.on('close', () => resolve(null));
    parser.on('error', (error) => {
      body.unpipe(parser);
      resolve(error);
    });
    body.on('error', (error) => parser.destroy(error));
    body.on('close', () => body.readableEnded || parser.destroy(new Error('the request was aborted')));
    body.pipe(parser);
  });
}

/** Reads the rest of an unwanted body: a browser shows an answer only after it could send everything. */
export async function readToEnd(body: Readable): Promise<void> {
  if (body.readableEnded || body.destroyed) return;
  body.resume();
  await finished(body, { writable: false }).catch(() => undefined);
}

async function multipartParser(contentType: string) {
  const { default: busboy } = await import('busboy');
  const limits = { files: 2, fields: 10, fieldNameSize: 100, fieldSize: 1_000, parts: 12 };
  try {
    return busboy({ headers: { 'content-type': contentType }, defParamCharset: 'utf8', limits });
  } catch (error) {
    throw malformed(error as Error);
  }
}

/** The same content in a stream that may be left unread: leaving the form's own stream would stop the form. */
function detached(content: Readable): Readable {
  const copy = new PassThrough();
  content.on('error', (error) => copy.destroy(error));
  content.pipe(copy);
  copy.on('close', () => {
    content.unpipe(copy);
    content.resume();
  });
  copy.on('error', () => undefined);
  return copy;
}

function safeFileName(name: string): string {
  return name
    .replace(/\p{Cc}/gu, '')
    .slice(-MAX_NAME)
    .toWellFormed();
}

function malformed(error: Error): Problem {
  return new Problem(400, message('requestMalformed', { reason: error.message }), { cause: error });
}
