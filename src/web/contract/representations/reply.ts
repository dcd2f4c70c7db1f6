import type { Request, Response } from 'express';
import type { Page } from '../../pages/page.ts';
import type { Action } from '../action.ts';
import type { ActionRequest } from '../action-request.ts';
import type { Ended } from '../guards.ts';
import type { Answer } from './representations.ts';

/** An action that has been carried out, or refused, and now needs its representation. */
export interface Reply extends Ended {
  readonly req: Request;
  readonly res: Response;
  readonly action: Action;
  readonly envelope: Answer;
  /** The envelope as JSON, as the log has it. */
  readonly json: string;
  readonly request: ActionRequest;
  /** The page that was stored in the session before this request. */
  readonly page: Page | null;
  /** The token of the next request, when tokens are on. */
  readonly token: string | undefined;
}

export type Respond = (reply: Reply) => Promise<void>;

/** What the contract puts around every answer (§1.2). */
export function envelopeOf({ name }: Action, { result, ending }: Ended): Answer {
  return { action: name, état: ending.etat, réponse: result.reponse };
}
