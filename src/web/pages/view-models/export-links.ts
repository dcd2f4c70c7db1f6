import type { PageContext } from '../page.ts';
import { paths } from '../paths.ts';

/** The links for saving the session's simulations, by format. */
export function exportLinks(actionUrl: PageContext['actionUrl']) {
  return (['csv', 'json'] as const).map((format) => ({
    name: format.toUpperCase(),
    url: actionUrl(paths.exportSimulations(format)),
  }));
}
