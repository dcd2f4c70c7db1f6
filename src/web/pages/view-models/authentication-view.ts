import type { PageContext, SignInPage } from '../page.ts';
import { paths } from '../paths.ts';
import { RESUME_FIELD } from '../resume.ts';
import type { Texts } from '../texts/page-texts.ts';
import { errorBox } from './error-box.ts';

const fieldIds = { user: 'user', password: 'password' };

/** The sign-in form. After a refusal it keeps the login, and the focus is on the password. */
export function authenticationView(
  { login, errors, notice, resume }: SignInPage,
  context: PageContext,
  texts: Texts,
) {
  return {
    action: context.actionUrl(paths.signIn),
    login,
    hasLogin: login !== '',
    passwordHint: context.hasPrintedPassword ? texts.printedPassword : null,
    notice: notice ? texts.signInNotices[notice] : null,
    resume: resume === undefined ? null : { name: RESUME_FIELD, value: resume },
    errorBox: errorBox(texts.formErrors, errors, context.language, { fieldIds, takesFocus: false }),
  };
}
