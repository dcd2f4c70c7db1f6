import type { PageContext } from '../page.ts';
import { paths } from '../paths.ts';

/** Where the simulations of the session are saved from, by format. */
export function exportLinks(actionUrl: PageContext['actionUrl']) {
  return (['csv', 'json'] as const).map((format) => ({
    name: format.toUpperCase(),
    url: actionUrl(paths.exportSimulations(format)),
  }));
}
