import { describe, expect, it } from 'vitest';
import type { StoredSession } from '../../../src/model/sessions.ts';
import type { Action } from '../../../src/web/contract/action.ts';
import { actions } from '../../../src/web/contract/actions.ts';
import { type Checked, firstRefusal } from '../../../src/web/contract/guards.ts';
import { issueToken } from '../../../src/web/contract/url-token.ts';
import { emptyCalculation } from '../../../src/web/pages/kept-pages.ts';
import type { Page } from '../../../src/web/pages/page.ts';

const session: StoredSession = { key: 'k', type: 'html', user: 'admin', csrfSecret: 'secret', page: null };
const pages: readonly Page[] = [
  { view: 'authentication', login: '', errors: [] },
  emptyCalculation,
  { view: 'simulations', isEmpty: false, deleted: null },
  { view: 'simulations', isEmpty: true, deleted: null },
  { view: 'errors', errors: [] },
];

function named(name: string): Action {
  const action = actions.find((each) => each.name === name);
  if (!action) throw new Error(name);
  return action;
}

function etatOf(name: string, changes: Partial<Checked> = {}): number | null {
  const refusal = firstRefusal({
    action: named(name),
    session,
    page: null,
    token: undefined,
    isOpen: false,
    isNavigation: false,
    ...changes,
  });
  return refusal?.ending.etat ?? null;
}

describe('the order of the checks (contract §2.1)', () => {
  const wrong = { page: pages[0] as Page, token: 'x' };

  it('session, login, offered actions, token', () => {
    expect(etatOf('calculer-impot', { ...wrong, session: null })).toBe(101);
    expect(etatOf('calculer-impot', { ...wrong, session: { ...session, type: null } })).toBe(101);
    expect(etatOf('calculer-impot', { ...wrong, session: { ...session, user: null } })).toBe(101);
    expect(etatOf('calculer-impot', wrong)).toBe(151);
    expect(etatOf('calculer-impot', { token: 'x' })).toBe(121);
    expect(etatOf('calculer-impot', { token: issueToken('secret') })).toBeNull();
  });

  it('tells first of the session when there is none (D3)', () => {
    expect(
      firstRefusal({
        action: actions[2] as Checked['action'],
        session: null,
        page: null,
        isOpen: false,
        token: undefined,
        isNavigation: false,
      })?.result.reponse,
    ).toEqual(['pas de session en cours. Commencer par action [init-session]']);
  });

  it('lets the view of errors through whatever is wrong', () => {
    for (const page of pages) expect(etatOf('afficher-vue-liste-erreurs', { page, token: 'x' })).toBeNull();
    expect(etatOf('afficher-vue-liste-erreurs', { session: null, token: 'x' })).toBeNull();
  });

  it('asks for no login where people sign in', () => {
    const stranger = { session: { ...session, user: null } };
    expect(etatOf('authentifier-utilisateur', stranger)).toBeNull();
    expect(etatOf('afficher-vue-authentification', stranger)).toBeNull();
    expect(etatOf('lister-simulations', stranger)).toBe(101);
  });
});

describe('an action that a public server lets everybody have', () => {
  const open = { isOpen: true, session: null };

  it('needs neither a session nor a sign-in, nor a token where there is no session', () => {
    expect(etatOf('calculer-impot', open)).toBeNull();
    expect(etatOf('calculer-impot', { ...open, token: 'x' })).toBeNull();
    const stranger = { ...session, user: null };
    expect(etatOf('calculer-impot', { isOpen: true, session: stranger })).toBeNull();
    expect(etatOf('calculer-impot', { isOpen: true, session: stranger, token: 'x' })).toBe(121);
  });

  it('is a calculation, its page or the way to sign in, and keeps nothing', () => {
    expect(actions.filter(({ isPublic }) => isPublic).map(({ name }) => name)).toEqual([
      'init-session',
      'calculer-impot',
      'calculer-impot-detaille',
      'changer-formulaire',
      'apercu-calcul',
      'afficher-calcul-impot',
      'afficher-vue-authentification',
      'afficher-vue-calcul-impot',
    ]);
  });
});

/** What the page's own script asks for, whatever page another tab is on. */
const ofScripts = ['apercu-calcul'];

/** Files of households are sent from any page. */
const ofFiles = [
  'fichiers',
  'deposer-fichier',
  'fichier',
  'avancement-fichier',
  'calculer-fichier',
  'annuler-fichier',
  'supprimer-fichier',
  'resultats-fichier',
  'resultats-classeur',
  'lignes-refusees',
  'lignes-refusees-classeur',
  'modele-fichier',
];

describe('the actions that a page offers: those of contract §1.6 and our own', () => {
  it.each([
    [0, ['afficher-vue-authentification', 'authentifier-utilisateur']],
    [
      1,
      [
        'afficher-vue-calcul-impot',
        'calculer-impot',
        'calculer-impot-detaille',
        'changer-formulaire',
        'comparer-variation',
        'fin-session',
        'lister-simulations',
      ],
    ],
    [
      2,
      [
        'afficher-calcul-impot',
        'afficher-vue-liste-simulations',
        'exporter-simulations',
        'fin-session',
        'ouvrir-simulation',
        'renommer-simulation',
        'restaurer-simulation',
        'supprimer-simulation',
      ],
    ],
    [
      3,
      [
        'afficher-calcul-impot',
        'afficher-vue-liste-simulations',
        'exporter-simulations',
        'fin-session',
        'restaurer-simulation',
      ],
    ],
    [4, ['afficher-calcul-impot', 'fin-session', 'lister-simulations']],
  ])('page %i', (index, expected) => {
    const page = pages[index] as Page;
    const always = ['init-session', 'afficher-vue-liste-erreurs', ...ofScripts, ...ofFiles];
    const offered = actions.map(({ name }) => name).filter((name) => etatOf(name, { page }) === null);
    expect(offered.filter((name) => !always.includes(name)).sort()).toEqual(expected);
    expect(offered).toEqual(expect.arrayContaining(always));
  });

  it('is every action that any page offers for a person, who may have several tabs', () => {
    const refused = (page: Page) =>
      actions
        .map(({ name }) => name)
        .filter((name) => etatOf(name, { page, isNavigation: true, token: issueToken('secret') }) !== null);
    const ofPrograms = actions.filter(({ callers }) => callers === 'programs').map(({ name }) => name);
    for (const page of pages) expect(refused(page)).toEqual(ofPrograms);
  });

  it('shows a person what a bookmark of an earlier session shows, and does nothing by it', () => {
    const old = { token: 'x', isNavigation: true };
    expect(etatOf('afficher-vue-calcul-impot', old)).toBeNull();
    expect(etatOf('calculer-impot', old)).toBe(121);
    expect(etatOf('supprimer-simulation', old)).toBe(121);
  });

  it('is everything that is for programs, in a session of theirs', () => {
    const program = { session: { ...session, type: 'json' } } as const;
    const refused = actions.filter(({ name }) => etatOf(name, program) !== null).map(({ name }) => name);
    expect(refused).toEqual([...ofScripts, 'comparer-variation', 'exporter-simulations', ...ofFiles]);
  });
});

describe("whose sessions may ask: the refusal has the action's own état", () => {
  it.each([
    ['calculer-impots', 'html', 1501, 'programsOnly'],
    ['get-admindata', 'html', 1001, 'programsOnly'],
    ['fichiers', 'json', 1901, 'browsersOnly'],
    ['exporter-simulations', 'xml', 2201, 'browsersOnly'],
  ] as const)('%s in a session of %s', (name, type, etat, id) => {
    const action = named(name);
    const asked = {
      action,
      session: { ...session, type },
      isOpen: false,
      page: null,
      token: undefined,
      isNavigation: false,
    };
    expect(firstRefusal(asked)).toMatchObject({
      result: { kind: 'refusal', status: 400, messages: [{ id }] },
      ending: { etat },
    });
  });

  it('a stranger on the pages of a public server is a browser, also without a cookie', () => {
    expect(etatOf('apercu-calcul', { session: null, isOpen: true })).toBeNull();
  });
});
