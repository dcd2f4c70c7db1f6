import { finished, pipeline } from 'node:stream/promises';
import type { Request, Response } from 'express';
import type { Spool } from '../../model/spool.ts';

/**
 * Calls back when a client that is still sending has taken nothing of the answer for long enough: the rest of it is kept for
 * later. The function that it returns ends the waiting.
 */
export type Patience = (onEnd: () => void) => () => void;

const PATIENCE_MS = 1_000;

function patience(onEnd: () => void): () => void {
  const timer = setTimeout(onEnd, PATIENCE_MS);
  return () => clearTimeout(timer);
}

/**
 * Sends an answer that comes about while the body arrives. Many clients, and Apache as a proxy, read nothing before they
 * have sent everything: both sides would wait for each other for ever. What they do not take meanwhile is spooled.
 *
 * @throws when the client is gone, or whatever `pieces` throws
 */
export async function sendWhileReading(
  pieces: AsyncIterable<Uint8Array>,
  req: Request,
  res: Response,
  spool: Spool,
  wait: Patience = patience,
): Promise<void> {
  const sendSpooled = () => pipeline(spool.read(), res, { end: false });
  let isSpooling = false;
  try {
    for await (const piece of pieces) {
      if (isSpooling && (await spool.write(piece))) continue;
      if (isSpooling) await sendSpooled();
      isSpooling = !res.write(piece) && !(await isTaken(req, res, wait));
    }
    await sendSpooled();
    res.end();
    await finished(res);
  } finally {
    await spool.close();
  }
}

/** Waits for the client to take what was written; for not long while it is still sending. */
function isTaken(req: Request, res: Response, wait: Patience): Promise<boolean> {
  return new Promise((resolve, reject) => {
    const stopWaiting = req.complete ? undefined : wait(() => settle(false));
    const onDrain = () => settle(true);
    const onClose = () => {
      reject(new Error('the client is gone'));
      settle(false);
    };
    function settle(taken: boolean): void {
      stopWaiting?.();
      res.off('drain', onDrain).off('close', onClose);
      resolve(taken);
    }
    res.once('drain', onDrain).once('close', onClose);
    if (res.destroyed) onClose();
  });
}
