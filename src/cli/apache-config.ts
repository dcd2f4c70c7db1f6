import type { ProxiedApplication, SecureEndpoint, Site } from '../apache/site.ts';
import { english } from '../apache/texts/site.en.ts';
import { french } from '../apache/texts/site.fr.ts';
import { virtualHostFile } from '../apache/virtual-host.ts';
import { ConfigError } from '../config/config-issues.ts';
import { findConfig } from '../config/find-config.ts';
import { formatIssues } from '../config/format-config-issues.ts';
import { loadConfig } from '../config/load-config.ts';
import { ExitCode } from '../model/exit-codes.ts';
import type { ProcessContext } from '../model/process-context.ts';
import { type ApacheOptions, parseApacheOptions } from './apache-config/apache-config-options.ts';
import { type ConflictTexts, conflictTexts } from './apache-config/apache-config-texts.ts';
import { conflicts, type Instance } from './apache-config/compatibility.ts';
import { dateTimeAddress, dateTimeApplication } from './apache-config/date-time-site.ts';
import { taxServerApplication } from './apache-config/tax-server-site.ts';

type ApacheContext = Pick<ProcessContext, 'streams' | 'env' | 'cwd' | 'baseDir' | 'platform' | 'language'>;

/** Browsers find it without DNS or hosts file. */
const DEFAULT_SERVER_NAME = 'tax-server.localhost';
/** Of Debian's package ssl-cert. */
const DEBIAN_CERTIFICATE = {
  certificate: '/etc/ssl/certs/ssl-cert-snakeoil.pem',
  key: '/etc/ssl/private/ssl-cert-snakeoil.key',
};

/** The configuration and the virtual host contradict each other; one sentence for each contradiction. */
class ConfigConflict extends Error {
  override readonly name = 'ConfigConflict';
}

/**
 * `tax-server apache-config`: prints the virtual host with which Apache httpd publishes the instances that the YAML files
 * describe, or the date-time page. Changes nothing.
 *
 * @returns 0 when it is printed, 1 when the configuration is invalid or cannot go with the virtual host
 * @throws {UsageError}
 */
export async function apacheConfig(args: readonly string[], context: ApacheContext): Promise<number> {
  const { streams, language, cwd } = context;
  const options = parseApacheOptions(args, cwd);
  try {
    const site =
      options.app === 'date-time' ? dateTimeSite(options, context) : taxServerSite(options, context);
    streams.stdout.write(virtualHostFile(site, language === 'fr' ? french : english));
    return ExitCode.ok;
  } catch (error) {
    if (!(error instanceof ConfigError || error instanceof ConfigConflict)) throw error;
    const text = error instanceof ConfigConflict ? error.message : formatIssues(error.issues, language);
    streams.stderr.write(`${text}\n`);
    return ExitCode.configuration;
  }
}

function dateTimeSite(options: ApacheOptions, context: ApacheContext): Site {
  const { port, alias } = dateTimeAddress(options);
  return siteOf([dateTimeApplication(port, alias)], '', options, context);
}

/** @throws {ConfigError | ConfigConflict} */
function taxServerSite(options: ApacheOptions, context: ApacheContext): Site {
  const texts = conflictTexts[context.language];
  const configs = options.configs.length > 0 ? options.configs : [null];
  const instances = configs.map((option) => load(option, context));
  const origins = new Set(
    instances.map(({ config }) => config.server.public_url).filter((url) => url !== ''),
  );
  const found = conflicts(instances, options, texts);
  if (origins.size > 1) found.push(texts.differentNames([...origins]));
  if (found.length > 0) throw new ConfigConflict(found.join('\n'));
  const applications = instances.map(({ config }) => taxServerApplication(config, options));
  const [publicUrl = ''] = origins;
  return siteOf(applications, publicUrl, options, context);
}

function load(option: string | null, { cwd, baseDir, env }: ApacheContext): Instance {
  const found = findConfig({ option, cwd, baseDir });
  const { config, file } = loadConfig({ file: found.file, baseDir, env });
  return { config, file: file ?? 'config.yaml' };
}

function siteOf(
  applications: readonly ProxiedApplication[],
  publicUrl: string,
  options: ApacheOptions,
  { platform, language }: ApacheContext,
): Site {
  const url = publicUrl === '' ? null : new URL(publicUrl);
  const httpsOnly = url?.protocol === 'https:';
  const isSecure = options.https || httpsOnly || options.certificate !== undefined;
  return {
    serverName: options.serverName ?? url?.hostname ?? DEFAULT_SERVER_NAME,
    http: options.listen,
    https: isSecure ? secureEndpoint(options, platform, conflictTexts[language]) : null,
    httpsOnly,
    // Apache takes the first match: the longer path comes first.
    applications: applications.toSorted((one, other) => other.alias.length - one.alias.length),
    laragon: options.laragon ?? null,
  };
}

/** @throws {ConfigConflict} */
function secureEndpoint(
  options: ApacheOptions,
  platform: NodeJS.Platform,
  texts: ConflictTexts,
): SecureEndpoint {
  const { listenHttps, certificate, key, laragon } = options;
  if (certificate !== undefined && key !== undefined) return { ...listenHttps, certificate, key };
  if (certificate !== undefined || key !== undefined) throw new ConfigConflict(texts.noCertificate);
  if (laragon !== undefined) {
    const pair = `${laragon}/etc/ssl/laragon`;
    return { ...listenHttps, certificate: `${pair}.crt`, key: `${pair}.key` };
  }
  if (platform === 'win32') throw new ConfigConflict(texts.noCertificate);
  return { ...listenHttps, ...DEBIAN_CERTIFICATE };
}
