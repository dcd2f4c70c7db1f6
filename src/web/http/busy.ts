import { type MessageId, message } from '../messages/message.ts';
import { Problem } from './problem.ts';

/** The server has reached a limit of simultaneous work: 503, to be tried again soon. */
export class Busy extends Problem {
  constructor(text: MessageId, seconds: number) {
    super(503, message(text, { seconds }), { headers: { 'Retry-After': String(seconds) } });
  }
}
