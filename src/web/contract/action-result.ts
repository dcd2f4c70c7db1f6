import type { NumberedSimulation } from '../../model/sessions.ts';
import type { Download } from '../http/send.ts';
import { type Message, translate } from '../messages/message.ts';
import type { OtherPage } from '../pages/other-pages.ts';
import type { Calculated } from '../pages/page.ts';

/** The result of a controller; the action's row adds the état (contract §1.2). */
export type ActionResult = Success | Refusal | Question;

interface AnyResult {
  /** HTTP status of the JSON and XML representations. */
  readonly status: number;
  /** `réponse` as JSON and XML carry it. */
  readonly reponse: unknown;
  /** The same for pages, as messages in any language; empty on success. */
  readonly messages: readonly Message[];
  /** What a browser gets instead of the page that the row names. */
  readonly inBrowser?: BrowserAnswer;
}

export interface Success extends AnyResult {
  readonly kind: 'success';
  /** The simulation that was just calculated, for the calculation page. */
  readonly simulation?: NumberedSimulation;
  /** The calculation that was not kept. */
  readonly previewed?: Calculated;
  /** The simulation that was just deleted, for the list. */
  readonly deleted?: number;
  /** The simulations to compare, by their numbers. */
  readonly compared?: readonly number[];
}

export interface Refusal extends AnyResult {
  readonly kind: 'refusal';
}

/** Nothing has been done: a person has to confirm first. */
export interface Question extends AnyResult {
  readonly kind: 'question';
  readonly inBrowser: BrowserAnswer;
}

/** An answer for browsers only, which does not change the stored view. */
export type BrowserAnswer =
  | { readonly kind: 'page'; readonly page: OtherPage }
  /** A path of the application; alias, prefix and token are added. */
  | { readonly kind: 'redirect'; readonly path: string }
  /** For the script of a page. */
  | { readonly kind: 'data'; readonly data: unknown }
  | { readonly kind: 'download'; readonly file: Download };

export function accepted(reponse: unknown = ''): Success {
  return { kind: 'success', status: 200, reponse, messages: [] };
}

export function refused(messages: readonly Message[], status = 400): Refusal {
  return { kind: 'refusal', status, reponse: messages.map((each) => translate(each)), messages };
}

export function asked(page: OtherPage): Question {
  return { kind: 'question', status: 200, reponse: '', messages: [], inBrowser: { kind: 'page', page } };
}
