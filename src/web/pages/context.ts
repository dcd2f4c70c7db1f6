import { assetPath } from '../assets.ts';
import { type Mount, outside } from '../mount.ts';
import type { WebSettings } from '../services.ts';
import type { PageContext } from './page.ts';

/** The surroundings of a page that belongs to no session. */
export function pageContext(settings: WebSettings, token: string | undefined): PageContext {
  return {
    language: settings.language,
    actionUrl: (path) => actionUrl(settings, path, token),
    pageUrl: (path) => outside(settings, path),
    homeUrl: outside(settings, '/'),
    assetUrl: (name) => `${settings.alias}${assetPath(name)}`,
    signedIn: false,
    incomeYears: [],
    defaultIncomeYear: 0,
    simulations: [],
  };
}

/** `{R}{P}path{T}` (contract §0). */
export function actionUrl(mount: Mount, path: string, token: string | undefined): string {
  return `${outside(mount, path)}${token ? `/${token}` : ''}`;
}
