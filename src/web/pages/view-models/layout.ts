import type { Page, PageContext, StatusPage } from '../page.ts';
import { fill, type Texts } from '../texts/texts.ts';
import { menuEntries } from './menu.ts';
import { statusTexts } from './status.ts';

/** What surrounds every view: head, banner and menu. */
export function layoutView(page: Page | StatusPage, context: PageContext, texts: Texts) {
  const { assetUrl } = context;
  const entries = menuEntries(page.view, context, texts);
  return {
    language: context.language,
    title: titleOf(page, texts),
    hasMenu: entries.length > 0,
    entries,
    assets: {
      bootstrap: assetUrl('bootstrap.css'),
      style: assetUrl('app.css'),
      icon: assetUrl('favicon.svg'),
      drawing: assetUrl('images/cherry-tree.svg'),
      picture: assetUrl('images/logo.jpg'),
    },
  };
}

/** The views share the contract's title; what is outside of them says what it is. */
function titleOf(page: Page | StatusPage, texts: Texts): string {
  if (page.view !== 'status') return texts.title;
  return fill(texts.statusTitle, { title: statusTexts(page, texts).title });
}
