import type { Readable } from 'node:stream';
import type { Request, Response } from 'express';
import { message } from '../messages/message.ts';
import { BodyClaim, type BodyRoom } from './body-room.ts';
import { Busy } from './busy.ts';
import { Problem } from './problem.ts';
import { readToEnd } from './sent-file.ts';
import { isLineFull, type Unpacker, unpackers, unpackInLine } from './unpack.ts';

/** The limits of a body. */
export interface BodyBounds {
  /** Bytes, both compressed and unpacked. */
  readonly limit: number;
  /** Counts the bytes while the body is read and used. */
  readonly room: BodyRoom;
  readonly mayBeCompressed: boolean;
}

/** When to try again: most bodies are done in much less. */
const RETRY_AFTER_SECONDS = 2;

/**
 * Reads a body whole, unpacked. Its bytes count until the request is answered. Unpacking starts once the whole body has
 * arrived: it takes megabytes, which a slow client could hold otherwise. The result counts chunk by chunk, so that no
 * more is unpacked than the limit allows.
 *
 * @throws {Problem} 413, 415, 400 for what cannot be unpacked or does not arrive whole, 503 without room
 */
export async function readBody(
  req: Request,
  res: Response,
  { limit, room, mayBeCompressed }: BodyBounds,
): Promise<Buffer> {
  const claim = new BodyClaim(room, res);
  try {
    const unpacker = unpackerOf(req, mayBeCompressed);
    if (Number(req.headers['content-length']) > limit) throw tooLarge(limit);
    const body = await collect(req, limit, claim);
    return unpacker ? await unpacked(unpacker, body, limit, claim) : body;
  } catch (problem) {
    claim.release();
    // Clients read no answer before they have sent the whole body.
    await readToEnd(req);
    throw problem;
  }
}

function collect(source: Readable, limit: number, claim: BodyClaim): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;

  return new Promise<Buffer>((resolve, reject) => {
    source.once('end', () => resolve(Buffer.concat(chunks, size)));
    source.once('error', ({ message }) => stop(malformed(400, message)));
    source.once('close', broken);
    source.on('data', keep);
    if (source.destroyed) broken();

    function broken(): void {
      if (!source.readableEnded) stop(malformed(400, 'broken off'));
    }

    function keep(chunk: Buffer): void {
      size += chunk.length;
      if (size > limit) stop(tooLarge(limit));
      else if (claim.take(chunk.length)) chunks.push(chunk);
      else stop(busy());
    }

    function stop(problem: Problem): void {
      source.off('data', keep);
      chunks.length = 0;
      reject(problem);
    }
  });
}

async function unpacked(
  unpacker: Unpacker,
  packed: Buffer,
  limit: number,
  claim: BodyClaim,
): Promise<Buffer> {
  if (isLineFull()) throw busy();
  const body = await unpackInLine(packed, unpacker, (chunks) => collect(chunks, limit, claim));
  claim.giveBack(packed.length);
  return body;
}

/** Null for a body that is not compressed. @throws {Problem} 415 */
function unpackerOf({ headers }: Request, mayBeCompressed: boolean): Unpacker | null {
  const encoding = (headers['content-encoding'] ?? 'identity').toLowerCase();
  if (encoding === 'identity') return null;
  if (!mayBeCompressed) throw malformed(415, 'content encoding unsupported');
  const unpacker = Object.hasOwn(unpackers, encoding) ? unpackers[encoding] : undefined;
  if (!unpacker) throw malformed(415, `unsupported content encoding "${encoding}"`);
  return unpacker;
}

function malformed(status: number, reason: string): Problem {
  return new Problem(status, message('requestMalformed', { reason }));
}

function tooLarge(limit: number): Problem {
  return new Problem(413, message('bodyTooLarge', { max: limit }));
}

function busy(): Problem {
  return new Busy('bodiesBusy', RETRY_AFTER_SECONDS);
}
