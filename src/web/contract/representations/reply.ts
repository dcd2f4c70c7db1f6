import type { Request, Response } from 'express';
import type { Page } from '../../pages/page.ts';
import type { Action } from '../action.ts';
import type { ActionRequest } from '../action-request.ts';
import type { Ended } from '../guards.ts';
import type { Answer } from './representations.ts';

/** An action that was carried out or refused, to be represented. */
export interface Reply extends Ended {
  readonly req: Request;
  readonly res: Response;
  readonly action: Action;
  readonly envelope: Answer;
  /** The envelope as JSON, for the log. */
  readonly json: string;
  readonly request: ActionRequest;
  /** The page that was stored in the session before this request. */
  readonly page: Page | null;
  /** The token of the next request, when tokens are on. */
  readonly token: string | undefined;
}

export type Respond = (reply: Reply) => Promise<void>;

/** The envelope of every answer (contract §1.2). */
export function envelopeOf({ name }: Action, { result, ending }: Ended): Answer {
  return { action: name, état: ending.etat, réponse: result.reponse };
}
