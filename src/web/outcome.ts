import { inWords, type Message } from './messages/message.ts';
import type { NumberedSimulation } from './ports.ts';

/** What every action produces, before a representation is chosen (contract §1.2). */
export interface Outcome {
  /** HTTP status of the JSON and XML representations. */
  readonly status: number;
  /** `état`: x00 a success, x01 a failure. */
  readonly etat: number;
  /** `réponse` as JSON and XML carry it. */
  readonly reponse: unknown;
  /** The same for pages: messages that are put into the page's language; empty on success. */
  readonly messages: readonly Message[];
  /** The simulation that was just calculated, for the calculation page. */
  readonly simulation?: NumberedSimulation;
}

export function accepted(etat: number, reponse: unknown): Outcome {
  return { status: 200, etat, reponse, messages: [] };
}

export function refused(etat: number, messages: readonly Message[], status = 400): Outcome {
  return { status, etat, reponse: messages.map((each) => inWords(each)), messages };
}
