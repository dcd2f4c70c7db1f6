import type { RequestHandler } from 'express';
import type { Metrics } from '../../model/metrics.ts';
import type { Mount } from '../../model/web-settings.ts';
import { withoutAlias } from './mount.ts';

/**
 * Counts every answer and measures its time, by the name of its route.
 *
 * @param nameOf the name of a path below the prefix; null for an unknown path
 */
export function measureRequests(
  mount: Mount,
  metrics: Metrics,
  nameOf: (path: string) => string | null,
): RequestHandler {
  return (req, res, next) => {
    const arrival = performance.now();
    res.on('close', () => {
      const status = res.writableFinished ? res.statusCode : 'aborted';
      const etat: number | null = res.locals.etat ?? null;
      const seconds = (performance.now() - arrival) / 1000;
      metrics.request(measuredName(req.originalUrl, mount, nameOf), status, etat, seconds);
    });
    next();
  };
}

/** All unknown paths have one name: clients cannot create names by asking for them. */
const OTHER = 'other';

/** Longer than every name: only the beginning of a client's path is searched. */
const LONGEST_PATH = 200;

/** The name under which a request is counted. */
export function measuredName(
  url: string,
  { alias, prefix }: Mount,
  nameOf: (path: string) => string | null,
): string {
  const path = withoutAlias(url, alias) ?? url;
  if (path.startsWith('/static/')) return 'static';
  if (!path.startsWith(`${prefix}/`)) return OTHER;
  const start = prefix.length;
  const [below = ''] = path.slice(start, start + LONGEST_PATH).split('?', 1);
  return below === '/' ? 'entry' : (nameOf(below) ?? OTHER);
}

/** Finds the name of a path by its first segment. */
export function namedBy(names: ReadonlySet<string>): (path: string) => string | null {
  return (path) => {
    const name = path.split('/', 2)[1] ?? '';
    return names.has(name) ? name : null;
  };
}
