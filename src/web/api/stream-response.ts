import { finished } from 'node:stream/promises';
import type { Request, Response } from 'express';
import type { Spool } from '../../model/spool.ts';
import { ClientGone, isTaken, type Patience, writeChunks } from '../http/stream.ts';

/** How long a client that is still sending may leave the answer unread before the rest is spooled. */
const PATIENCE_MS = 1_000;

function patience(onEnd: () => void): () => void {
  const timer = setTimeout(onEnd, PATIENCE_MS);
  return () => clearTimeout(timer);
}

/**
 * Sends an answer that is produced while the body arrives. Many clients, and Apache as a proxy, read nothing before they
 * have sent everything: both sides would wait for each other for ever. What they do not read meanwhile is spooled.
 *
 * @throws {ClientGone} or whatever `chunks` throws
 */
export async function streamResponse(
  chunks: AsyncIterable<Uint8Array>,
  req: Request,
  res: Response,
  spool: Spool,
  wait: Patience = patience,
): Promise<void> {
  const sendSpooled = () => writeChunks(res, spool.read());
  let isSpooling = false;
  try {
    for await (const chunk of chunks) {
      if (isSpooling && (await spool.write(chunk))) continue;
      if (isSpooling) await sendSpooled();
      isSpooling = !res.write(chunk) && !(await isTaken(res, req.complete ? undefined : wait));
    }
    await sendSpooled();
    res.end();
    await finished(res).catch(() => {
      throw new ClientGone();
    });
  } finally {
    await spool.close();
  }
}
