import { finished, type Readable, type Transform } from 'node:stream';
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib';
import type { Request, Response } from 'express';
import { message } from '../messages/message.ts';
import { BodyClaim, type BodyRoom } from './body-room.ts';
import { Busy } from './busy.ts';
import { Problem } from './problem.ts';
import { readToEnd } from './sent-file.ts';

/** What a body may cost. */
export interface BodyBounds {
  /** Bytes, unpacked. */
  readonly limit: number;
  /** Where its bytes are counted while it is read and used. */
  readonly room: BodyRoom;
  /** Milliseconds in which a compressed body must be there; null where none may be compressed. */
  readonly unpackingMs: number | null;
}

/** When to try again: most bodies are used up in much less. */
const RETRY_AFTER_SECONDS = 2;

const unpackers: Readonly<Record<string, () => Transform>> = {
  gzip: createGunzip,
  deflate: createInflate,
  br: createBrotliDecompress,
};

/**
 * Reads a body whole, unpacked. Its bytes count until the request is answered.
 *
 * @throws {Problem} 413, 415, 400 for what cannot be unpacked; {@link Busy} when all bodies together are too much, or a
 * compressed one takes too long
 */
export async function readBody(req: Request, res: Response, bounds: BodyBounds): Promise<Buffer> {
  try {
    return await read(req, res, bounds);
  } catch (problem) {
    // Clients read no answer before they have sent everything; who takes too long for that is not waited for.
    if (!(problem instanceof UnpackingTooLong)) await readToEnd(req);
    throw problem;
  }
}

function read(req: Request, res: Response, { limit, room, unpackingMs }: BodyBounds): Promise<Buffer> {
  const unpacker = unpackerOf(req, unpackingMs !== null);
  if (unpacker === null && Number(req.headers['content-length']) > limit) throw tooLarge(limit);
  const claim = new BodyClaim(room, res);
  const pieces: Buffer[] = [];
  let size = 0;

  return new Promise<Buffer>((resolve, reject) => {
    const timer =
      unpacker && unpackingMs !== null
        ? setTimeout(() => stop(new UnpackingTooLong()), unpackingMs)
        : undefined;
    const source: Readable = unpacker ? req.pipe(unpacker) : req;
    if (unpacker) finished(req, (error) => error && stop(malformed(400, error.message)));
    finished(source, { writable: false }, (error) => {
      if (error) return stop(malformed(400, error.message));
      clearTimeout(timer);
      resolve(Buffer.concat(pieces, size));
    });
    source.on('data', keep);

    function keep(piece: Buffer): void {
      size += piece.length;
      if (size > limit) stop(tooLarge(limit));
      else if (claim.take(piece.length)) pieces.push(piece);
      else stop(new Busy('bodiesBusy', RETRY_AFTER_SECONDS));
    }

    function stop(problem: Problem): void {
      clearTimeout(timer);
      source.off('data', keep);
      if (unpacker) req.unpipe(unpacker);
      unpacker?.destroy();
      pieces.length = 0;
      claim.release();
      reject(problem);
    }
  });
}

/** Null for a body that is not compressed. @throws {Problem} 415 */
function unpackerOf({ headers }: Request, mayBeCompressed: boolean): Transform | null {
  const encoding = (headers['content-encoding'] ?? 'identity').toLowerCase();
  if (encoding === 'identity') return null;
  const unpacker = Object.hasOwn(unpackers, encoding) ? unpackers[encoding] : undefined;
  if (!mayBeCompressed) throw malformed(415, 'content encoding unsupported');
  if (!unpacker) throw malformed(415, `unsupported content encoding "${encoding}"`);
  return unpacker();
}

function malformed(status: number, reason: string): Problem {
  return new Problem(status, message('requestMalformed', { reason }));
}

function tooLarge(limit: number): Problem {
  return new Problem(413, message('bodyTooLarge', { max: limit }));
}

class UnpackingTooLong extends Busy {
  constructor() {
    super('unpackingTooLong', RETRY_AFTER_SECONDS, { Connection: 'close' });
  }
}
