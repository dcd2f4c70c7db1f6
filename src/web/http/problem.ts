import type { Message } from '../messages/message.ts';

/** The `état` of answers that do not come from an action (contract §2.1). */
export const commonEtats = { noSession: 101, token: 121, unexpected: 131, notOffered: 151 } as const;

interface ProblemOptions {
  readonly etat?: number;
  /** The contract answers programs 400 where a browser gets 500. */
  readonly statusForPrograms?: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly cause?: unknown;
}

/** A request that gets an HTTP error instead of an action's result. One handler represents it (error-handler.ts). */
export class Problem extends Error {
  readonly status: number;
  readonly statusForPrograms: number;
  readonly etat: number;
  readonly explanation: Message;
  readonly headers: Readonly<Record<string, string>>;

  constructor(status: number, explanation: Message, options: ProblemOptions = {}) {
    super(explanation.id, { cause: options.cause });
    this.name = 'Problem';
    this.status = status;
    this.statusForPrograms = options.statusForPrograms ?? status;
    this.etat = options.etat ?? commonEtats.unexpected;
    this.explanation = explanation;
    this.headers = options.headers ?? {};
  }
}
