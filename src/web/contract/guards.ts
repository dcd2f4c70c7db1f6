import type { SessionState } from '../../model/sessions.ts';
import { commonEtats } from '../http/problem.ts';
import { type Message, message } from '../messages/message.ts';
import type { Page } from '../pages/page.ts';
import { type Action, type Ending, endingOf } from './action.ts';
import { type ActionResult, refused } from './action-result.ts';
import { signInFirst } from './next-page.ts';
import { isTokenOf } from './url-token.ts';

/** What the guards look at before a controller runs. */
export interface Checked {
  readonly action: Action;
  readonly session: SessionState | null;
  /** A public server offers the action to everybody on its pages. */
  readonly isOpen: boolean;
  /** The page that the session is on; null for programs. */
  readonly page: Page | null;
  /** The last segment of the URL; undefined when tokens are off. */
  readonly token: string | undefined;
  /** A browser opens an address for a person, who may come from any page: by the Back button, a bookmark or another tab. */
  readonly isNavigation: boolean;
}

interface Guard {
  readonly refusal: (request: Checked) => Message | null;
  readonly ending?: Ending;
}

const noSession: Ending = { etat: commonEtats.noSession, next: signInFirst };

/**
 * In the contract's order (§2.1, D3, D4). The first that refuses answers instead of the controller, with the état of its
 * `ending`, or with that of the row's refusal.
 */
const guards: readonly Guard[] = [
  { refusal: requireSession, ending: noSession },
  { refusal: requireLogin, ending: noSession },
  { refusal: requireOfferByPage, ending: { etat: commonEtats.notOffered } },
  { refusal: requireToken, ending: { etat: commonEtats.token } },
  { refusal: requireCaller },
];

/** A result, and how the table of actions ends it. */
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

function requireSession({ action, session, isOpen }: Checked): Message | null {
  return action.needs !== 'nothing' && !session?.type && !isOpen ? message('noSession') : null;
}

function requireLogin({ action, session, isOpen }: Checked): Message | null {
  return action.needs === 'login' && !session?.user && !isOpen
    ? message('notAuthenticated', { action: action.name })
    : null;
}

function requireOfferByPage({ action, page, isNavigation }: Checked): Message | null {
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

function requireToken({ action, session, isOpen, token, isNavigation }: Checked): Message | null {
  if (token === undefined || !action.tokenChecked) return null;
  // A bookmark of an earlier session has an old token; showing a page changes nothing.
  if (isNavigation && action.kind === 'show') return null;
  // Without a session another site can change nothing.
  if (!session) return isOpen ? null : message('sessionTokenMissing');
  return isTokenOf(session.csrfSecret, token) ? null : message('tokenInvalid');
}

function requireCaller({ action: { callers }, session, isOpen }: Checked): Message | null {
  if (callers === 'all') return null;
  const isBrowser = isOpen || session?.type === 'html';
  if (isBrowser === (callers === 'browsers')) return null;
  return message(isBrowser ? 'programsOnly' : 'browsersOnly');
}
