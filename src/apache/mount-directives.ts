import type { ProxiedApplication } from './site.ts';
import type { SiteTexts } from './texts/site-texts.ts';
import { block, comment, type Lines } from './write.ts';

/**
 * Seconds. The server keeps idle connections for 75 s: Apache must close them earlier, or it would sometimes send a
 * request into a connection that is being closed. `timeout` is above the server's own limits.
 */
const CONNECTION = 'connectiontimeout=5 timeout=120 ttl=60';

/** The directives of one application: its requests only. */
export function mountDirectives(
  application: ProxiedApplication,
  scheme: 'http' | 'https',
  texts: SiteTexts,
): Lines {
  const { alias, backends } = application;
  const isBalanced = backends.length > 1;
  const path = alias || '/';
  return [
    ...comment(texts.application(path, backends)),
    ...(isBalanced ? balancer(application, scheme, texts) : []),
    isBalanced
      ? `ProxyPass "${path}" "${balancerUrl(application, scheme)}${backendPath(application)}"`
      : `ProxyPass "${path}" "${backends[0]}${backendPath(application)}" ${CONNECTION} retry=0`,
    ...block(`Location "${path}"`, [
      ...comment(texts.prefixHeader),
      `RequestHeader set X-Forwarded-Prefix "${alias}"`,
      `LimitRequestBody ${application.maxBodyBytes}`,
    ]),
  ];
}

/** A virtual host with an alias serves nothing else, whatever the main configuration publishes. */
export function nothingElse(applications: readonly ProxiedApplication[], texts: SiteTexts): Lines {
  const aliases = applications.map(({ alias }) => alias);
  if (aliases.includes('')) return [];
  const names = aliases.map((alias) => alias.slice(1).replaceAll('.', '\\.')).join('|');
  return ['', ...comment(texts.nothingElse), `RedirectMatch 404 "^/(?!(${names})(/|$))"`];
}

/** The same path on both sides or, stripped, the rest of it. At `/`, both sides end with the slash. */
function backendPath({ alias, isAliasStripped }: ProxiedApplication): string {
  if (alias === '') return '/';
  return isAliasStripped ? '' : alias;
}

/** Short for any alias: Apache limits the length of a balancer's name. */
function balancerUrl({ backends }: ProxiedApplication, scheme: string): string {
  return `balancer://tax-server-${new URL(backends[0]).port}-${scheme}`;
}

function balancer(application: ProxiedApplication, scheme: 'http' | 'https', texts: SiteTexts): Lines {
  const { backends, healthPath, filesPath } = application;
  const health = `hcmethod=GET hcuri=${healthPath} hcexpr=tax_serves hcinterval=1`;
  const route = 'tax_route';
  return [
    ...comment(texts.balancer),
    // An instance without its database stays in the balancer: all instances share that database.
    `ProxyHCExpr tax_serves {hc('body') =~ /"server":"running","database":"(?!starting)/}`,
    ...block(`Proxy "${balancerUrl(application, scheme)}"`, [
      ...backends.map(
        (url, index) => `BalancerMember "${url}" ${CONNECTION} retry=30 route=${index + 1} ${health}`,
      ),
      `ProxySet lbmethod=bybusyness${filesPath && ` stickysession=${route}`}`,
    ]),
    ...(filesPath ? stayForFiles(application, scheme, route, texts) : []),
  ];
}

/**
 * Visitors of the page of files stay with the instance that has their files. Only browsers come there: the original
 * programs lose the session's cookie when another answer sets one (contract §12, D22).
 */
function stayForFiles(
  { alias, filesPath }: ProxiedApplication,
  scheme: 'http' | 'https',
  route: string,
  texts: SiteTexts,
): Lines {
  const attributes = `Path=${alias || '/'}; HttpOnly; SameSite=Lax${scheme === 'https' ? '; Secure' : ''}`;
  const cookie = `${route}=.%{BALANCER_WORKER_ROUTE}e; ${attributes}`;
  return [
    ...comment(texts.stayForFiles),
    ...block(`Location "${alias}${filesPath}"`, [
      `Header add Set-Cookie "${cookie}" env=BALANCER_ROUTE_CHANGED`,
    ]),
  ];
}
