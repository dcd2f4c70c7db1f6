import type { WebServices } from '../../../model/web-services.ts';
import type { WebSettings } from '../../../model/web-settings.ts';
import { formParser } from '../../http/bodies.ts';
import type { Route } from '../../http/routes.ts';
import type { Action } from '../action.ts';
import { actions } from '../actions.ts';
import { dispatch } from '../dispatch.ts';

/** `<int numero>` of the contract, a job's id, a language. */
const forms: Readonly<Partial<Record<NonNullable<Action['parameter']>, RegExp>>> = {
  number: /^\d+$/,
  file: /^[0-9a-f]{16}$/,
  language: /^(fr|en)$/,
};

/** The address of every action, followed by a token when tokens are on (contract §0, §5). */
export function actionRoutes(settings: WebSettings, services: WebServices): readonly Route[] {
  const token = settings.csrfToken ? '/:token' : '';
  return actions.map((action) => {
    const { name, parameter, methods, kind, body } = action;
    const form = parameter && forms[parameter];
    return {
      path: `/${name}${parameter ? `/:${parameter}` : ''}${token}`,
      methods,
      isSafe: kind !== 'do' && methods.includes('GET'),
      ...(form && { forms: { [parameter]: form } }),
      handlers: [...(body === 'form' ? [formParser] : []), dispatch(action, settings, services)],
    };
  });
}
