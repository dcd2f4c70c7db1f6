import { describe, expect, it, vi } from 'vitest';
import type { FileJobs } from '../../../../src/model/file-jobs.ts';
import type { SessionStore } from '../../../../src/model/sessions.ts';
import type { SignIn, SignInResult } from '../../../../src/model/sign-in.ts';
import {
  authenticateUser,
  endSession,
  initSession,
} from '../../../../src/web/contract/controllers/session-controllers.ts';
import { actionRequest, family, memoryStore, signedIn, stranger, tax } from '../action-requests.ts';

describe('init-session', () => {
  it('opens a session of that type', async () => {
    const session = await stranger();
    expect(initSession(actionRequest({ session }), 'xml')).toMatchObject({
      kind: 'success',
      reponse: ['session démarrée avec le type de réponse xml'],
    });
    expect(session.current).toMatchObject({ type: 'xml', user: null, page: null });
    expect(session.cookieToSend).toMatchObject({ kind: 'stranger', type: 'xml' });
  });

  it('keeps who has signed in, and drops the page (D8)', async () => {
    const session = await signedIn(memoryStore());
    session.change({ page: 'a page' });
    initSession(actionRequest({ session }), 'html');
    expect(session.current).toMatchObject({ type: 'html', user: 'admin', page: null });
  });
});

describe('authentifier-utilisateur', () => {
  const credentials = { user: 'admin', password: 'admin' };

  /** A request to sign in, whose verdict is known. */
  async function requestWith(result: SignInResult, session = stranger()) {
    const signIn = { attempt: async () => result } as Partial<SignIn> as SignIn;
    return actionRequest({ session: await session, signIn, refusalEtat: 201 });
  }

  it('signs in', async () => {
    const request = await requestWith({ kind: 'accepted', user: 'admin' });
    request.session.open();
    expect(await authenticateUser(request, credentials)).toMatchObject({
      kind: 'success',
      reponse: 'Authentification réussie',
    });
    expect(request.session.current?.user).toBe('admin');
  });

  it('does not sign out who is signed in when it refuses (contract §2.3)', async () => {
    const request = await requestWith({ kind: 'refused' }, signedIn(memoryStore()));
    expect(await authenticateUser(request, credentials)).toMatchObject({ kind: 'refusal', status: 401 });
    expect(request.session.current?.user).toBe('admin');
  });

  it.each([
    ['paused', 429, 'signInPaused'],
    ['busy', 503, 'signInBusy'],
  ] as const)('answers %s with %i and when to try again', async (kind, status, id) => {
    const request = await requestWith({ kind, retryAfterSeconds: 5 });
    await expect(authenticateUser(request, credentials)).rejects.toMatchObject({
      status,
      etat: 201,
      explanation: { id, values: { seconds: '5' } },
      headers: { 'Retry-After': '5' },
    });
  });
});

describe('fin-session', () => {
  /** A signed-in person, or program, with so many files. */
  async function ending(sessions: SessionStore, { isNavigation = false, files = 0, form = new Map() } = {}) {
    const forgetSession = vi.fn(async () => undefined);
    const jobs = { list: async () => Array(files).fill({}), forgetSession } as Partial<FileJobs> as FileJobs;
    const signIn = { loginOf: (user: string) => user } as Partial<SignIn> as SignIn;
    const session = await signedIn(sessions);
    return actionRequest({ session, sessions, files: jobs, signIn, audit: vi.fn(), isNavigation, form });
  }

  async function withSimulation(): Promise<SessionStore> {
    const sessions = memoryStore();
    const addTo = sessions.create;
    const result = tax.calculate(family.household, family.incomeYear);
    return {
      ...sessions,
      async create(id, state) {
        const created = await addTo(id, state);
        await sessions.addSimulations(created.key, [{ ...family, method: 'official', result }]);
        return created;
      },
    };
  }

  it('ends the session with everything in it, and is in the audit log', async () => {
    const request = await ending(await withSimulation());
    expect(await endSession(request)).toMatchObject({ kind: 'success', reponse: 'session réinitialisée' });
    expect(request.session.current).toBeNull();
    expect(request.files.forgetSession).toHaveBeenCalledOnce();
    expect(request.audit).toHaveBeenCalledExactlyOnceWith(
      expect.objectContaining({ event: 'session-end', user: 'admin' }),
    );
  });

  it('asks a person first when something would go with it', async () => {
    const request = await ending(await withSimulation(), { isNavigation: true, files: 2 });
    expect(await endSession(request)).toMatchObject({
      kind: 'question',
      status: 200,
      inBrowser: { kind: 'page', page: { view: 'end', simulations: 1, files: 2 } },
    });
    expect(request.session.current).not.toBeNull();
  });

  it('ends at once for a person who says yes, or loses nothing', async () => {
    const form = new Map([['confirmation', 'oui']]);
    const sure = await ending(await withSimulation(), { isNavigation: true, form });
    expect((await endSession(sure)).kind).toBe('success');
    expect((await endSession(await ending(memoryStore(), { isNavigation: true }))).kind).toBe('success');
  });
});
