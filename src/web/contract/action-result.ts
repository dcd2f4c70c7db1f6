import type { NumberedSimulation } from '../../model/sessions.ts';
import type { Download } from '../http/send.ts';
import { inWords, type Message } from '../messages/message.ts';
import type { OtherPage } from '../pages/other-pages.ts';

/** What every action produces, before a representation is chosen (contract §1.2). */
export interface ActionResult {
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
  /** The simulation that was just deleted, for the list. */
  readonly deleted?: number;
  /** What a browser gets instead of the view that follows from the `état`. */
  readonly inBrowser?: BrowserAnswer;
}

/** An answer that only browsers get and that leaves the stored view as it is. */
export type BrowserAnswer =
  | { readonly kind: 'page'; readonly page: OtherPage }
  /** A path of the application, which gets alias, prefix and token. */
  | { readonly kind: 'redirect'; readonly path: string }
  /** For the script of a page. */
  | { readonly kind: 'data'; readonly data: unknown }
  | { readonly kind: 'download'; readonly file: Download };

export function accepted(etat: number, reponse: unknown): ActionResult {
  return { status: 200, etat, reponse, messages: [] };
}

export function refused(etat: number, messages: readonly Message[], status = 400): ActionResult {
  return { status, etat, reponse: messages.map((each) => inWords(each)), messages };
}
