import { mountDirectives, nothingElse } from './mount-directives.ts';
import { preamble } from './preamble.ts';
import { type Endpoint, neededModules, originOf, type SecureEndpoint, type Site } from './site.ts';
import type { SiteTexts } from './texts/site-texts.ts';
import { block, comment, type Lines } from './write.ts';

/** A complete, commented configuration file for Apache httpd 2.4, ready to use. */
export function virtualHostFile(site: Site, texts: SiteTexts): string {
  const sections = [
    preamble(site, texts),
    moduleChecks(site, texts),
    httpHost(site, texts),
    ...(site.https ? [httpsHost(site, site.https, texts)] : []),
  ];
  return `${sections.map((lines) => lines.join('\n')).join('\n\n')}\n`;
}

/** Apache itself does not always name a missing module: without proxy_http every request would be a 500 without explanation. */
function moduleChecks(site: Site, texts: SiteTexts): Lines {
  return neededModules(site).flatMap((name) =>
    block(`IfModule !${name}_module`, [`Error "${texts.moduleMissing(name)}"`]),
  );
}

function httpHost(site: Site, texts: SiteTexts): Lines {
  const { https, httpsOnly, serverName, http } = site;
  const content =
    https && httpsOnly
      ? [...comment(texts.toHttps), `Redirect 308 "/" "${originOf('https', serverName, https)}/"`]
      : served(site, 'http', texts);
  return host(site, http, content);
}

function httpsHost(site: Site, https: SecureEndpoint, texts: SiteTexts): Lines {
  return host(site, https, [
    'SSLEngine on',
    'SSLProtocol -all +TLSv1.2 +TLSv1.3',
    `SSLCertificateFile "${https.certificate}"`,
    `SSLCertificateKeyFile "${https.key}"`,
    '',
    ...served(site, 'https', texts),
  ]);
}

function host({ serverName }: Site, { address, port }: Endpoint, content: Lines): Lines {
  return block(`VirtualHost ${address}:${port}`, [`ServerName ${serverName}`, '', ...content]);
}

function served(site: Site, scheme: 'http' | 'https', texts: SiteTexts): Lines {
  return [
    ...proxyOnly(texts),
    '',
    ...forwardingHeaders(texts),
    '',
    ...outagePage(texts),
    ...site.applications.flatMap((application) => ['', ...mountDirectives(application, scheme, texts)]),
    ...nothingElse(site.applications, texts),
  ];
}

function proxyOnly(texts: SiteTexts): Lines {
  return [
    ...comment(texts.proxyOnly),
    'ProxyRequests Off',
    'ProxyPreserveHost On',
    'TraceEnable Off',
    'ServerSignature Off',
  ];
}

/** Headers that a client may forge and Apache would pass on or extend (mod_proxy, "X-Forwarded-…"). */
const FORGEABLE = [
  'Forwarded',
  'X-Forwarded-For',
  'X-Forwarded-Host',
  'X-Forwarded-Port',
  'X-Forwarded-Prefix',
  'X-Forwarded-Server',
  'X-Real-IP',
];

function forwardingHeaders(texts: SiteTexts): Lines {
  return [
    ...comment(texts.forwardingHeaders),
    ...FORGEABLE.map((name) => `RequestHeader unset ${name}`),
    'RequestHeader set X-Forwarded-Proto "expr=%{REQUEST_SCHEME}"',
  ];
}

function outagePage(texts: SiteTexts): Lines {
  const page = [
    "<!DOCTYPE html><html lang='fr'><head><meta name='viewport' content='width=device-width'>",
    '<title>Service indisponible / Service unavailable</title></head><body>',
    '<h1>Service momentan&eacute;ment indisponible</h1>',
    "<p>L'application ne r&eacute;pond pas. R&eacute;essayez dans quelques instants.</p>",
    "<div lang='en'><h1>Service unavailable for a moment</h1>",
    '<p>The application does not answer. Try again in a few moments.</p></div></body></html>',
  ].join('');
  return [...comment(texts.outagePage), `ErrorDocument 502 "${page}"`, `ErrorDocument 503 "${page}"`];
}
