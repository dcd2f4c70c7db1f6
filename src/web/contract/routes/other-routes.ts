import type { WebServices } from '../../../model/web-services.ts';
import type { WebSettings } from '../../../model/web-settings.ts';
import { lookedAt, type Route } from '../../http/routes.ts';
import { entryRoutes } from './entry-routes.ts';
import { changeLanguage } from './language-route.ts';
import { publicPages } from './public-pages.ts';
import { sharedLink } from './shared-link-route.ts';
import { withholdingPage } from './withholding-route.ts';

/** The addresses that are not actions: they need neither a session nor a token. */
export function otherRoutes(settings: WebSettings, services: WebServices): readonly Route[] {
  const { root, withoutToken, oneTimeLink } = entryRoutes(settings, services);
  const { years, year, boxes } = publicPages(settings, services);
  return [
    lookedAt('/', root),
    lookedAt('/annees', years),
    lookedAt('/annees/:year', year),
    lookedAt('/cases', boxes),
    lookedAt('/prelevement-a-la-source', withholdingPage(settings, services)),
    lookedAt('/partage', sharedLink(settings, services)),
    {
      path: '/changer-langue/:language',
      methods: ['POST'],
      isSafe: false,
      handlers: changeLanguage(settings, services),
    },
    // A HEAD request would use the link up, or open a session.
    { path: '/acces/:code', methods: ['GET'], isSafe: false, handlers: [oneTimeLink] },
    ...(settings.csrfToken
      ? [
          {
            path: '/init-session-without-csrftoken/:type',
            methods: ['GET'],
            isSafe: false,
            handlers: [withoutToken],
          } as const,
        ]
      : []),
  ];
}
