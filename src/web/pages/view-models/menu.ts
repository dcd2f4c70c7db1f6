import type { AnyPage, PageContext, View } from '../page.ts';
import { viewPaths } from '../paths.ts';
import { filesTexts } from '../texts/files.ts';
import type { Texts } from '../texts/texts.ts';

/** One line of the menu: a link, or a form where following it ends something (contract D14). */
export interface MenuEntry {
  readonly text: string;
  readonly url: string;
  readonly isPosted: boolean;
}

type EntryName = 'calculation' | 'simulations' | 'endSession';

/** The entries of each view, in the contract's order (§6). */
const entriesByView: Readonly<Record<View, readonly EntryName[]>> = {
  authentication: [],
  calculation: ['simulations', 'endSession'],
  simulations: ['calculation', 'endSession'],
  errors: ['calculation', 'simulations', 'endSession'],
};

export function menuEntries(page: AnyPage, context: PageContext, texts: Texts): readonly MenuEntry[] {
  switch (page.view) {
    case 'status':
      return [];
    case 'boxes':
    case 'withholding':
    case 'end':
    case 'years':
    case 'year':
    case 'files':
    case 'file':
      return entriesBesideViews(context, texts);
    default:
      return entriesOf(page.view, context, texts);
  }
}

/** What the contract's menu does not have: the way to the files of households, for who is signed in. */
export function filesEntry({ view }: AnyPage, { user, actionUrl, language }: PageContext) {
  if (user === null || view === 'authentication' || view === 'status') return null;
  return { text: filesTexts(language).menu, url: actionUrl('/fichiers'), isCurrent: view === 'files' };
}

/** A page of its own keeps the menu of the view that its visitor comes from, and leads back there. */
function entriesBesideViews(context: PageContext, texts: Texts): readonly MenuEntry[] {
  const { currentView: view } = context;
  if (view === null) return [{ text: texts.signInAgain, url: context.homeUrl, isPosted: false }];
  const names: Readonly<Record<View, string>> = {
    authentication: texts.signInAgain,
    calculation: texts.menuCalculation,
    simulations: texts.menuSimulations,
    errors: texts.menuCalculation,
  };
  const back = { text: names[view], url: context.actionUrl(viewPaths[view]), isPosted: false };
  return view === 'errors' ? entriesOf(view, context, texts) : [back, ...entriesOf(view, context, texts)];
}

function entriesOf(view: View, { actionUrl }: PageContext, texts: Texts): readonly MenuEntry[] {
  const entries: Readonly<Record<EntryName, MenuEntry>> = {
    calculation: {
      text: texts.menuCalculation,
      url: actionUrl('/afficher-calcul-impot'),
      isPosted: false,
    },
    simulations: {
      text: texts.menuSimulations,
      url: actionUrl('/lister-simulations'),
      isPosted: false,
    },
    endSession: { text: texts.menuEndSession, url: actionUrl('/fin-session'), isPosted: true },
  };
  return entriesByView[view].map((name) => entries[name]);
}
