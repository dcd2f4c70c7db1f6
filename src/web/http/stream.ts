import type { Request, Response } from 'express';

/** The client has left or reads no more of the answer. This is not a failure, and nobody has to be told. */
export class ClientGone extends Error {
  override readonly name = 'ClientGone';

  constructor() {
    super('the client is gone');
  }
}

/** Whether the client stopped a stream, by leaving or by breaking off its body. Anything else is our failure. */
export function isOfClient(error: unknown, req: Request): boolean {
  return error instanceof ClientGone || (req.errored !== null && error === req.errored);
}

/**
 * Calls back when a client that is still sending has read nothing of the answer for long enough. The returned function
 * ends the waiting.
 */
export type Patience = (onEnd: () => void) => () => void;

/**
 * Waits until the client has read what was written: false when the patience ends before.
 *
 * @param wait without it, the wait has no limit
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
 * Writes chunks as fast as the client reads them, and requests none before.
 *
 * @throws {ClientGone} or whatever `chunks` throws
 */
export async function writeChunks(res: Response, chunks: AsyncIterable<string | Uint8Array>): Promise<void> {
  for await (const chunk of chunks) if (!res.write(chunk)) await isTaken(res);
}

/**
 * Sends the body of an answer in chunks. It ends quietly when the client leaves.
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

/** Ends an incomplete answer so that the client notices. */
export function breakOff(res: Response): void {
  res.locals.isBrokenOff = true;
  res.destroy();
}

/** How an answer ended, for the log: empty when all of it was sent. */
export function endOf(res: Response): string {
  if (res.writableFinished) return '';
  return res.locals.isBrokenOff ? ', broken off by an error' : ', given up by the client';
}
