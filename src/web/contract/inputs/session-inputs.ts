import type { SessionType } from '../../../model/sessions.ts';
import { excerpt } from '../../http/limits.ts';
import { message } from '../../messages/message.ts';
import { RESUME_FIELD } from '../../pages/resume.ts';
import type { Reading } from '../action.ts';
import type { ActionRequest } from '../action-request.ts';
import { refused } from '../action-result.ts';

const types: readonly string[] = ['json', 'xml', 'html'] satisfies SessionType[];

/** `<type>` of `init-session` (contract §2.2). */
export function sessionType({ parameter }: Pick<ActionRequest, 'parameter'>): Reading<SessionType> {
  return isSessionType(parameter)
    ? { input: parameter }
    : refused([message('invalidType', { type: excerpt(parameter) })]);
}

function isSessionType(text: string): text is SessionType {
  return types.includes(text);
}

export interface Credentials {
  readonly user: string;
  readonly password: string;
}

/** The fields `user` and `password`, and besides them only the hidden fields of the sign-in form (contract §2.3). */
export function credentials({ form }: Pick<ActionRequest, 'form'>): Reading<Credentials> {
  if (form.size - Number(form.has(RESUME_FIELD)) !== 2) return refused([message('signInFields')]);
  const user = form.get('user');
  const password = form.get('password');
  if (user !== undefined && password !== undefined) return { input: { user, password } };
  const missing = ['user', 'password'].filter((name) => !form.has(name));
  return refused(missing.map((name) => message('missingParameter', { name })));
}
