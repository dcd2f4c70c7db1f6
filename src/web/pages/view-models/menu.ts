import type { Page, PageContext, StatusPage } from '../page.ts';
import type { Texts } from '../texts/texts.ts';

/** One line of the menu: a link, or a form where following it ends something (contract D14). */
export interface MenuEntry {
  readonly text: string;
  readonly url: string;
  readonly isPosted: boolean;
}

type EntryName = 'calculation' | 'simulations' | 'endSession';

/** The entries of each view, in the contract's order (§6). */
const entriesByView: Readonly<Record<(Page | StatusPage)['view'], readonly EntryName[]>> = {
  authentication: [],
  calculation: ['simulations', 'endSession'],
  simulations: ['calculation', 'endSession'],
  errors: ['calculation', 'simulations', 'endSession'],
  status: [],
};

export function menuEntries(
  view: (Page | StatusPage)['view'],
  { actionUrl }: PageContext,
  texts: Texts,
): readonly MenuEntry[] {
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
