import type { Page, PageContext } from '../page.ts';
import type { Texts } from '../texts/page-texts.ts';
import { errorBox } from './error-box.ts';

type ErrorsPage = Extract<Page, { view: 'errors' }>;

/** The unexpected errors. A visitor without a session gets a link to start again (decision D9). */
export function errorsView({ errors }: ErrorsPage, context: PageContext, texts: Texts) {
  return {
    errorBox: errorBox(texts.unexpectedErrors, errors, context.language),
    needsSignIn: context.user === null,
    homeUrl: context.homeUrl,
  };
}
