import type { Request, Response } from 'express';

/** Whoever was to get an answer has left, or takes nothing of it any more: no failure, and nobody is left to tell. */
export class ClientGone extends Error {
  override readonly name = 'ClientGone';

  constructor() {
    super('the client is gone');
  }
}

/** Whether the other end has stopped a stream: by leaving, or by breaking off what it sends. All else is a failure of ours. */
export function isOfClient(error: unknown, req: Request): boolean {
  return error instanceof ClientGone || (req.errored !== null && error === req.errored);
}

/**
 * Calls back when a client that is still sending has taken nothing of the answer for long enough. The function that it
 * returns ends the waiting.
 */
export type Patience = (onEnd: () => void) => () => void;

/**
 * Waits for the client to take what was written: false when the patience ends before.
 *
 * @param wait without it, there is no end to the patience
 * @throws {ClientGone}
 */
export function isTaken(res: Response, wait?: Patience): Promise<boolean> {
  return new Promise((resolve, reject) => {
    const stopWaiting = wait?.(() => settle(false));
    const onDrain = () => settle(true);
    const onClose = () => {
      reject(new ClientGone());
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

/**
 * Writes chunks as fast as the client takes them, and asks for none before.
 *
 * @throws {ClientGone} or whatever `chunks` throws
 */
export async function writeChunks(res: Response, chunks: AsyncIterable<string | Uint8Array>): Promise<void> {
  for await (const chunk of chunks) if (!res.write(chunk)) await isTaken(res);
}

/**
 * Sends the body of an answer in chunks. A client that leaves in the middle ends it quietly.
 *
 * @throws whatever `chunks` throws; the answer is incomplete then
 */
export async function sendChunks(res: Response, chunks: AsyncIterable<string | Uint8Array>): Promise<void> {
  try {
    await writeChunks(res, chunks);
    res.end();
  } catch (error) {
    if (!(error instanceof ClientGone)) throw error;
  }
}

/** Ends an answer that cannot be completed, and must not look as if it were. */
export function breakOff(res: Response): void {
  res.locals.isBrokenOff = true;
  res.destroy();
}

/** How an answer ended, for the log: nothing when all of it was sent. */
export function endOf(res: Response): string {
  if (res.writableFinished) return '';
  return res.locals.isBrokenOff ? ', broken off by an error' : ', given up by the client';
}
