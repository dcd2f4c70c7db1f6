import type { SessionState } from '../../model/sessions.ts';
import { commonEtats } from '../http/problem.ts';
import { type Message, message } from '../messages/message.ts';
import type { Page } from '../pages/page.ts';
import { type Action, type Ending, endingOf } from './action.ts';
import { type ActionResult, refused } from './action-result.ts';
import { signInFirst } from './next-page.ts';
import { isTokenOf } from './url-token.ts';

/** What is looked at before a controller runs. */
export interface Checked {
  readonly action: Action;
  readonly session: SessionState | null;
  /** A public server lets everybody have the action on its pages. */
  readonly isOpen: boolean;
  /** The page that the session is on; null for programs. */
  readonly page: Page | null;
  /** The last segment of the URL; undefined when tokens are off. */
  readonly token: string | undefined;
  /** A person comes from any page to any other: by the Back button, by a bookmark, or from another tab. */
  readonly isNavigation: boolean;
}

interface Guard {
  readonly refusal: (request: Checked) => Message | null;
  /** The row's own refusal where nothing is said. */
  readonly ending?: Ending;
}

const noSession: Ending = { etat: commonEtats.noSession, next: signInFirst };

/** In the contract's order (§2.1, D3, D4): the first that refuses answers in place of the controller. */
const guards: readonly Guard[] = [
  { refusal: refuseSession, ending: noSession },
  { refusal: refuseLogin, ending: noSession },
  { refusal: refuseOffer, ending: { etat: commonEtats.notOffered } },
  { refusal: refuseToken, ending: { etat: commonEtats.token } },
  { refusal: refuseCaller },
];

/** A result and what the table says of it. */
export interface Ended {
  readonly result: ActionResult;
  readonly ending: Ending;
}

export function firstRefusal(request: Checked): Ended | null {
  for (const { refusal, ending } of guards) {
    const found = refusal(request);
    if (!found) continue;
    const result = refused([found]);
    return { result, ending: ending ?? endingOf(request.action, result) };
  }
  return null;
}

function refuseSession({ action, session, isOpen }: Checked): Message | null {
  return action.needs !== 'nothing' && !session?.type && !isOpen ? message('noSession') : null;
}

function refuseLogin({ action, session, isOpen }: Checked): Message | null {
  return action.needs === 'login' && !session?.user && !isOpen
    ? message('notAuthenticated', { action: action.name })
    : null;
}

function refuseOffer({ action, page, isNavigation }: Checked): Message | null {
  if (!page || isOffered(action, page)) return null;
  // The page of another tab may offer it (D24).
  if (isNavigation && action.offeredBy.length > 0) return null;
  return message('actionNotOffered', { action: action.name });
}

/** Whether the page that the user is on leads to the action (contract §1.6). */
function isOffered({ offeredBy, needsSimulations }: Action, page: Page): boolean {
  if (offeredBy === 'everywhere') return true;
  if (needsSimulations && page.view === 'simulations' && page.isEmpty) return false;
  return offeredBy.includes(page.view);
}

function refuseToken({ action, session, isOpen, token, isNavigation }: Checked): Message | null {
  if (token === undefined || !action.tokenChecked) return null;
  // What a person's bookmark of an earlier session shows changes nothing.
  if (isNavigation && action.kind === 'show') return null;
  // Without a session there is nothing that another site could change.
  if (!session) return isOpen ? null : message('sessionTokenMissing');
  return isTokenOf(session.csrfSecret, token) ? null : message('tokenInvalid');
}

function refuseCaller({ action: { callers }, session }: Checked): Message | null {
  if (callers === 'all') return null;
  const isBrowser = session?.type === 'html';
  if (isBrowser === (callers === 'browsers')) return null;
  return message(isBrowser ? 'programsOnly' : 'browsersOnly');
}
