import { memorySessionStore } from '../../../src/database/sessions/memory-session-store.ts';
import type { SessionStore, SessionType } from '../../../src/model/sessions.ts';
import type { StrangerCookies } from '../../../src/model/stranger-cookies.ts';
import { shortHousehold } from '../../../src/tax/return/household.ts';
import { createTaxCalculator } from '../../../src/tax/tax-calculator.ts';
import type { ActionRequest } from '../../../src/web/contract/action-request.ts';
import type { Calculation } from '../../../src/web/contract/inputs/calculation-inputs.ts';
import { SessionHandle } from '../../../src/web/contract/sessions/session-handle.ts';
import { taxYears } from '../../tax/fixtures.ts';

export const tax = createTaxCalculator({ method: 'official', years: taxYears() });

/** A household of the contract's examples. */
export const family: Calculation = { household: shortHousehold(true, 2, 55_555), incomeYear: 2018 };

export const memoryStore = (): SessionStore =>
  memorySessionStore({ idle_minutes: 120, absolute_hours: 24 }, () => 0);

/** Strangers as they come: nothing is sealed. */
export const plainCookies: StrangerCookies = {
  write: (state) => Buffer.from(JSON.stringify(state)).toString('base64url'),
  holds: () => true,
  read: (text) => ({ state: JSON.parse(Buffer.from(text, 'base64url').toString()), isAgeing: false }),
};

/** The session of somebody who has signed in as `admin`. */
export async function signedIn(sessions: SessionStore, type: SessionType = 'json'): Promise<SessionHandle> {
  const id = 'x'.repeat(43);
  await sessions.create(id, { type, user: 'admin', csrfSecret: 'secret', page: null });
  return SessionHandle.of({ sessions, strangers: plainCookies }, { kind: 'stored', type, text: id });
}

/** The session of somebody who has not. */
export function stranger(sessions: SessionStore = memoryStore()): Promise<SessionHandle> {
  return SessionHandle.of({ sessions, strangers: plainCookies }, null);
}

/** What a controller works on. A part that the test does not give is not to be touched. */
export function actionRequest(parts: Partial<ActionRequest>): ActionRequest {
  const common: Partial<ActionRequest> = {
    parameter: '',
    form: new Map(),
    isNavigation: false,
    isOpen: false,
    refusalEtat: 1,
    language: 'fr',
    tax,
    defaultIncomeYear: 2018,
    client: () => ({ address: '192.0.2.1', isLocal: false, isGone: () => false, requestId: 'r' }),
    metrics: { request: () => undefined, calculated: () => undefined },
  };
  return { ...common, ...parts } as ActionRequest;
}
