import { LANGUAGES, type Language } from '../../../model/language.ts';

import type { AnyPage, PageContext } from '../page.ts';
import { paths, viewPaths } from '../paths.ts';
import type { Texts } from '../texts/page-texts.ts';

/** A place of the site that the bar leads to. */
interface Place {
  readonly text: keyof Texts & `menu${string}`;
  /** For who is signed in only. */
  readonly needsUser: boolean;
  /** The page that the link leads to. */
  readonly page: AnyPage['view'];
  /** Pages that belong to the place, without being the one that the link leads to. */
  readonly below?: AnyPage['view'];
  readonly url: (context: PageContext) => string;
}

/** In the order in which every page has them. */
const places: readonly Place[] = [
  { text: 'menuCalculation', needsUser: false, page: 'calculation', url: calculationUrl },
  { text: 'menuSimulations', needsUser: true, page: 'simulations', url: simulationsUrl },
  {
    text: 'menuFiles',
    needsUser: true,
    page: 'files',
    below: 'file',
    url: ({ actionUrl }) => actionUrl(paths.files),
  },
  {
    text: 'menuWithholding',
    needsUser: false,
    page: 'withholding',
    url: ({ pageUrl }) => pageUrl(paths.withholding),
  },
  {
    text: 'menuYears',
    needsUser: false,
    page: 'years',
    below: 'year',
    url: ({ pageUrl }) => pageUrl(paths.years),
  },
];

/** The form itself; and a page that does not know whether its visitor is signed in. */
const WITHOUT_SIGN_IN: readonly AnyPage['view'][] = ['authentication', 'status'];

/** Each language in its own words, whatever the language of the page. */
const languageNames: Readonly<Record<Language, { readonly short: string; readonly long: string }>> = {
  fr: { short: 'FR', long: 'Français' },
  en: { short: 'EN', long: 'English' },
};

/** The bar above every page: the same places in the same order, who is signed in, and the languages. */
export function siteBarView(page: AnyPage, context: PageContext, texts: Texts) {
  const { user, language, languageUrl, homeUrl, signInUrl } = context;
  const isSignedIn = user !== null;
  return {
    homeUrl,
    links: places
      .filter(({ needsUser }) => isSignedIn || !needsUser)
      .map((place) => ({
        text: texts[place.text],
        url: place.url(context),
        current: currentOf(place, page.view),
      })),
    account: isSignedIn ? { user, endUrl: context.actionUrl(paths.endSession) } : null,
    signInUrl: isSignedIn || WITHOUT_SIGN_IN.includes(page.view) ? null : signInUrl,
    switches: LANGUAGES.map((each) => ({
      ...languageNames[each],
      code: each,
      isCurrent: each === language,
      url: languageUrl(each),
    })),
  };
}

/** The value of `aria-current`: `page` for the page itself, `true` for one below it; null elsewhere. */
function currentOf({ page, below }: Place, view: AnyPage['view']): 'page' | 'true' | null {
  if (view === page) return 'page';
  return view === below ? 'true' : null;
}

/** The view offers itself, and the other views offer the action that leads to it (contract §1.6). */
function calculationUrl({ user, currentView, actionUrl, homeUrl }: PageContext): string {
  if (user === null) return homeUrl;
  return actionUrl(currentView === 'calculation' ? viewPaths.calculation : paths.calculation);
}

function simulationsUrl({ currentView, actionUrl }: PageContext): string {
  return actionUrl(currentView === 'simulations' ? viewPaths.simulations : paths.simulations);
}
