import type { SessionState } from '../../model/sessions.ts';
import { type Message, message } from '../messages/message.ts';
import type { Page } from '../pages/page.ts';
import { type ActionResult, refused } from './action-result.ts';
import type { Action } from './actions.ts';
import { isTokenOf } from './url-token.ts';

/** What is looked at before a controller runs. */
export interface Checked {
  readonly action: Action;
  readonly session: SessionState | null;
  /** The page that the session is on; null for programs. */
  readonly page: Page | null;
  /** The last segment of the URL; undefined when tokens are off. */
  readonly token: string | undefined;
  /** A person comes from any page to any other: by the Back button, by a bookmark, or from another tab. */
  readonly isNavigation: boolean;
}

/** The checks in the contract's order (§2.1, D3, D4): the first that fails answers for the controller. */
const checks: readonly { readonly etat: number; readonly fault: (request: Checked) => Message | null }[] = [
  { etat: 101, fault: sessionFault },
  { etat: 101, fault: loginFault },
  { etat: 151, fault: offerFault },
  { etat: 121, fault: tokenFault },
];

export function firstFault(request: Checked): ActionResult | null {
  for (const { etat, fault } of checks) {
    const found = fault(request);
    if (found) return refused(etat, [found]);
  }
  return null;
}

function sessionFault({ action, session }: Checked): Message | null {
  return action.needs !== 'nothing' && !session?.type ? message('noSession') : null;
}

function loginFault({ action, session }: Checked): Message | null {
  return action.needs === 'login' && !session?.user
    ? message('notAuthenticated', { action: action.name })
    : null;
}

function offerFault({ action, page, isNavigation }: Checked): Message | null {
  if (!page || isOffered(action, page)) return null;
  // The page of another tab may offer it (D24).
  if (isNavigation && action.offeredBy.length > 0) return null;
  return message('actionNotOffered', { action: action.name });
}

/** Actions on one simulation of the list. */
const ON_A_SIMULATION: readonly string[] = [
  'supprimer-simulation',
  'ouvrir-simulation',
  'renommer-simulation',
];

/** Whether the page that the user is on leads to the action (contract §1.6). */
function isOffered({ name, offeredBy }: Action, page: Page): boolean {
  if (offeredBy === 'everywhere') return true;
  if (ON_A_SIMULATION.includes(name) && page.view === 'simulations' && page.isEmpty) return false;
  return offeredBy.includes(page.view);
}

function tokenFault({ action, session, token, isNavigation }: Checked): Message | null {
  if (token === undefined || !action.tokenChecked) return null;
  // What a person's bookmark of an earlier session shows changes nothing.
  if (isNavigation && action.kind === 'show') return null;
  if (!session) return message('sessionTokenMissing');
  return isTokenOf(session.csrfSecret, token) ? null : message('tokenInvalid');
}
