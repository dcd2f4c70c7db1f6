import type { PageContext } from '../page.ts';

/** Where the simulations of the session are saved from, by format. */
export function exportLinks(actionUrl: PageContext['actionUrl']) {
  return ['csv', 'json'].map((format) => ({
    name: format.toUpperCase(),
    url: actionUrl(`/exporter-simulations/${format}`),
  }));
}
