import { API_PATH } from '../../api/path.ts';
import { type Language, languages } from '../../messages/message.ts';
import type { AnyPage, PageContext } from '../page.ts';
import { boxesTexts } from '../texts/boxes.ts';
import { endTexts } from '../texts/end.ts';
import { filesTexts } from '../texts/files.ts';
import { fill, type Texts } from '../texts/texts.ts';
import { yearsTexts } from '../texts/years.ts';
import { refreshAfter } from './file.ts';
import { filesEntry, menuEntries } from './menu.ts';
import { statusTitle } from './status.ts';
import { yearName } from './year-names.ts';

/** Each language in its own words, whatever the language of the page. */
const languageNames: Readonly<Record<Language, { readonly short: string; readonly long: string }>> = {
  fr: { short: 'FR', long: 'Français' },
  en: { short: 'EN', long: 'English' },
};

/** What surrounds every view: head, banner and menu. */
export function layoutView(page: AnyPage, context: PageContext, texts: Texts) {
  const { assetUrl } = context;
  const entries = menuEntries(page, context, texts);
  return {
    language: context.language,
    refreshAfter: page.view === 'file' ? refreshAfter(page) : null,
    title: titleOf(page, texts, context.language),
    switches: languages.map((language) => ({
      ...languageNames[language],
      code: language,
      isCurrent: language === context.language,
      url: context.languageUrl(language),
    })),
    // The switch sends the form of the page along, so that nothing typed is lost.
    hasForm: page.view === 'authentication' || page.view === 'calculation',
    user: context.user,
    yearsLink: { text: yearsTexts(context.language).title, url: context.pageUrl('/annees') },
    apiUrl: context.pageUrl(`${API_PATH}/docs`),
    hasMenu: entries.length > 0,
    entries,
    filesEntry: filesEntry(page, context),
    assets: {
      style: assetUrl('app.css'),
      script: assetUrl('app.js'),
      icon: assetUrl('favicon.svg'),
      drawing: assetUrl('images/cherry-tree.svg'),
      picture: assetUrl('images/logo.jpg'),
    },
  };
}

/** The views share the contract's title; what is outside of them says what it is. */
function titleOf(page: AnyPage, texts: Texts, language: Language): string {
  const own = ownTitle(page, texts, language);
  return own === null ? texts.title : fill(texts.ownTitle, { title: own });
}

function ownTitle(page: AnyPage, texts: Texts, language: Language): string | null {
  switch (page.view) {
    case 'status':
      return statusTitle(page, texts);
    case 'end':
      return endTexts(language).title;
    case 'boxes':
      return boxesTexts(language).title;
    case 'years':
      return yearsTexts(language).title;
    case 'year':
      return yearName(page.year.incomeYear, language);
    case 'files': {
      const { title, refusedTitle } = filesTexts(language);
      return page.failure === null ? title : refusedTitle;
    }
    case 'file':
      return page.job?.name ?? filesTexts(language).unknown;
    default:
      return null;
  }
}
