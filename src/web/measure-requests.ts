import type { RequestHandler } from 'express';
import { API_PATH, documentPaths, operationPaths } from './api/path.ts';
import { actions } from './contract/actions.ts';
import { type Mount, withoutAlias } from './http/mount.ts';
import type { Metrics } from './services.ts';

/** Counts every answer and measures its time, by the action that the address names. */
export function measureRequests(mount: Mount, metrics: Metrics): RequestHandler {
  return (req, res, next) => {
    const arrival = performance.now();
    res.on('close', () => {
      const status = res.writableFinished ? res.statusCode : 'aborted';
      const etat: number | null = res.locals.etat ?? null;
      metrics.request(
        measuredName(req.originalUrl, mount),
        status,
        etat,
        (performance.now() - arrival) / 1000,
      );
    });
    next();
  };
}

/** Whatever is not in this list is one name: nobody can make up names by asking for them. */
const OTHER = 'other';
const names: ReadonlySet<string> = new Set([
  ...actions.map(({ name }) => name),
  'acces',
  'annees',
  'cases',
  'changer-langue',
  'health',
  'init-session-without-csrftoken',
  'metrics',
  'prelevement-a-la-source',
]);

/** The first segments of the API's addresses, `api/tax-years`. */
const apiNames: ReadonlySet<string> = new Set(
  [...operationPaths, ...documentPaths].map((path) => `api${path.split('/{', 1)[0]}`),
);

function apiName(path: string): string {
  const [first = '', second = ''] = path.slice(API_PATH.length + 1, 200).split(/[/?]/, 2);
  return [`api/${first}/${second}`, `api/${first}`].find((name) => apiNames.has(name)) ?? OTHER;
}

/** The name under which a request is counted. */
export function measuredName(url: string, { alias, prefix }: Mount): string {
  const path = withoutAlias(url, alias) ?? url;
  if (path.startsWith('/static/')) return 'static';
  if (!path.startsWith(`${prefix}/`)) return OTHER;
  if (path.startsWith(`${prefix}${API_PATH}/`)) return apiName(path.slice(prefix.length));
  const start = prefix.length + 1;
  const [name = ''] = path.slice(start, start + 64).split(/[/?]/, 1);
  if (name === '') return 'entry';
  return names.has(name) ? name : OTHER;
}
