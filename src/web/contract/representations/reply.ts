import type { Request, Response } from 'express';
import type { Page } from '../../pages/page.ts';
import type { ActionRequest } from '../action-request.ts';
import type { ActionResult } from '../action-result.ts';
import type { Action } from '../actions.ts';
import type { Answer } from './representations.ts';

/** An action that has been carried out, or refused, and now needs its representation. */
export interface Reply {
  readonly req: Request;
  readonly res: Response;
  readonly action: Action;
  readonly result: ActionResult;
  readonly envelope: Answer;
  /** The envelope as JSON, as the log has it. */
  readonly json: string;
  /** True for an ASV action that passed the checks: it renders instead of redirecting. */
  readonly isShown: boolean;
  readonly request: ActionRequest;
  /** The page that was stored in the session before this request. */
  readonly page: Page | null;
  /** The token of the next request, when tokens are on. */
  readonly token: string | undefined;
}

export type Respond = (reply: Reply) => Promise<void>;

/** The envelope of the contract (§1.2). */
export function envelopeOf(action: Action, { etat, reponse }: ActionResult): Answer {
  return { action: action.name, état: etat, réponse: reponse };
}
