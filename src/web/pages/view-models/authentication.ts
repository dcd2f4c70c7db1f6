import type { Page, PageContext } from '../page.ts';
import type { Texts } from '../texts/texts.ts';
import { errorBox } from './error-box.ts';

type AuthenticationPage = Extract<Page, { view: 'authentication' }>;

const fieldIds = { user: 'user', password: 'password' };

/** The sign-in form. After a refusal it keeps the login, and the password is what is left to type. */
export function authenticationView(
  { login, errors }: AuthenticationPage,
  context: PageContext,
  texts: Texts,
) {
  return {
    action: context.actionUrl('/authentifier-utilisateur'),
    login,
    hasLogin: login !== '',
    passwordHint: context.hasPrintedPassword ? texts.printedPassword : null,
    errorBox: errorBox(texts.formErrors, errors, context.language, { fieldIds, takesFocus: false }),
  };
}
