import type { SessionType } from '../../../model/sessions.ts';
import { toXml } from './xml.ts';

/** What JSON and XML carry, in the contract's order of keys (§1.2). */
export interface Answer {
  readonly action: string;
  readonly état: number;
  readonly réponse: unknown;
  readonly csrf_token?: string;
}

export interface Representation {
  readonly contentType: string;
  readonly write: (answer: Answer) => string;
}

/** The two representations for programs (contract §1.5). */
export const representations: Readonly<Record<Exclude<SessionType, 'html'>, Representation>> = {
  json: { contentType: 'application/json; charset=utf-8', write: (answer) => JSON.stringify(answer) },
  xml: { contentType: 'application/xml; charset=utf-8', write: toXml },
};
