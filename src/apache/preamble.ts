import { neededModules, originOf, type Site } from './site.ts';
import type { SiteTexts } from './texts/site-texts.ts';
import { comment, type Lines } from './write.ts';

/** Part of Debian's Apache itself. */
const BUILT_IN_ON_DEBIAN = ['watchdog'];

/** The instructions at the top of the file. */
export function preamble(site: Site, texts: SiteTexts): Lines {
  const { serverName, http, https, applications, laragon } = site;
  const modules = neededModules(site);
  const origin =
    https && site.httpsOnly
      ? originOf('https', serverName, https)
      : originOf(https ? 'https' : 'http', serverName, https ?? http);
  return [
    ...texts.preamble({
      serverName,
      fileName: `${serverName}.conf`,
      laragon,
      urls: applications.map(({ alias, entryPath }) => `${origin}${alias}${entryPath}`),
      ports: [http.port, ...(https ? [https.port] : [])],
      enableModules: `a2enmod ${modules.filter((name) => !BUILT_IN_ON_DEBIAN.includes(name)).join(' ')}`,
      loadModules: modules.map((name) => `LoadModule ${name}_module modules/mod_${name}.so`),
    }),
  ].flatMap((text) => comment(text));
}
