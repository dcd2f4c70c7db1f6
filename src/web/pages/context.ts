import type { Request } from 'express';
import type { Mount, WebSettings } from '../../model/web-settings.ts';
import { assetPath } from '../http/assets.ts';
import { publicPath } from '../http/mount.ts';
import { languageOf, returnPath } from '../http/request-language.ts';
import type { PageContext } from './page.ts';
import { paths, viewPaths } from './paths.ts';
import { emptyList } from './simulation-list.ts';

/** The context of a page without a session. */
export function pageContext(req: Request, settings: WebSettings, token: string | undefined): PageContext {
  const retour = returnPath(req);
  const query = retour === null ? '' : `?${new URLSearchParams({ retour })}`;
  return {
    language: languageOf(req, settings.language),
    languageUrl: (language) => `${publicPath(settings, paths.changeLanguage(language))}${query}`,
    actionUrl: (path) => actionUrl(settings, path, token),
    pageUrl: (path) => publicPath(settings, path),
    origin: settings.publicUrl || `${req.protocol}://${req.host}`,
    today: today(),
    homeUrl: publicPath(settings, '/'),
    signInUrl: signInUrl(settings, token),
    query: queryOf(req),
    assetUrl: (name) => `${settings.alias}${assetPath(name)}`,
    user: null,
    currentView: null,
    hasPrintedPassword: false,
    incomeYears: [],
    defaultIncomeYear: 0,
    tax: null,
    simulations: emptyList,
  };
}

/** By the server's clock. */
function today(): string {
  const now = new Date();
  return [now.getFullYear(), now.getMonth() + 1, now.getDate()]
    .map((part) => String(part).padStart(2, '0'))
    .join('-');
}

/** The query of an address. Targets that are not URLs have none. */
export function queryOf({ originalUrl }: Request): URLSearchParams {
  return new URLSearchParams(/\?.*/.exec(originalUrl)?.[0]);
}

/** The entry leads to the sign-in, except on a public server, where it leads to the calculation. */
function signInUrl(settings: WebSettings, token: string | undefined): string {
  const hasForm = settings.isPublic && (token !== undefined || !settings.csrfToken);
  return hasForm ? actionUrl(settings, viewPaths.authentication, token) : publicPath(settings, '/');
}

/** `{R}{P}path{T}` (contract §0). */
export function actionUrl(mount: Mount, path: string, token: string | undefined): string {
  return `${publicPath(mount, path)}${token ? `/${token}` : ''}`;
}
