import type { Request, Response } from 'express';
import type { RequestLog } from '../../model/request-log.ts';
import { addressOf } from './client-address.ts';

/**
 * The lines of one request for the log. The first ones wait until the client is identified: the rate of lines from
 * strangers is limited.
 */
export class RequestLines {
  readonly #log: RequestLog;
  readonly #id: string;
  readonly #addressOf: () => string;
  #waiting: string[] | null = [];
  #isOfStranger = true;

  constructor(log: RequestLog, id: string, address: () => string) {
    this.#log = log;
    this.#id = id;
    this.#addressOf = address;
  }

  add(text: string): void {
    if (this.#waiting) this.#waiting.push(text);
    else this.#write(text);
  }

  /** The client has signed in. */
  recognize(): void {
    this.#isOfStranger = false;
    this.settle();
  }

  /** The client will not be identified any more. */
  settle(): void {
    const waiting = this.#waiting ?? [];
    this.#waiting = null;
    for (const text of waiting) this.#write(text);
  }

  #write(text: string): void {
    if (this.#isOfStranger) this.#log.infoOfStranger(text, this.#id, this.#addressOf());
    else this.#log.info(text, this.#id);
  }
}

/** Gives a request its lines; the last ones are written when it ends. */
export function keepLines(req: Request, res: Response, log: RequestLog, id: string): RequestLines {
  const lines = new RequestLines(log, id, () => addressOf(req));
  res.locals.lines = lines;
  res.once('close', () => lines.settle());
  return lines;
}

/** Undefined for a request that is not logged, such as those of monitors. */
export function linesOf(res: Response): RequestLines | undefined {
  return res.locals.lines as RequestLines | undefined;
}
