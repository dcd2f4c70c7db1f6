import type { Config } from '../config/config-schema.ts';
import { hostsText } from '../database/hosts.ts';
import type { Language } from '../model/language.ts';
import type { OneTimeAccess } from '../users/one-time-access.ts';
import { bannerTexts } from './server-texts.ts';

interface BannerFacts {
  readonly config: Config;
  readonly configFile: string | null;
  readonly access: OneTimeAccess | null;
  /** Whether the browser opens by itself, with the one-time link. */
  readonly opens: boolean;
  /** The address of the application on this machine. */
  readonly url: string;
  readonly version: string;
  readonly language: Language;
}

/** The console's text once the server answers; programs wait for its last line. */
export function banner({ config, configFile, access, opens, url, version, language }: BannerFacts): string {
  const texts = bannerTexts[language];
  const rows: (readonly [label: string, value: string])[] = [
    [texts.configuration, configFile ?? texts.defaults],
    [texts.database, databaseName(config.database)],
    [texts.log, config.log.file],
    [texts.address, `${url}/`],
    [texts.signIn, signInText()],
  ];
  if (access) {
    if (!opens) rows.push(['', oneTimeLink(url, access)]);
    rows.push(['', texts.password(access.login, access.password)], ['', texts.passwordLimits]);
  }
  const width = Math.max(...rows.map(([label]) => label.length));
  const lines = rows.map(([label, value]) => `  ${label.padEnd(width)}  ${value}`);
  return `\n  tax-server ${version}\n\n${lines.join('\n')}\n\n  ${texts.stop}\n\ntax-server ready on ${url}\n`;

  function signInText(): string {
    if (!access && config.users.length === 0) return texts.nobody;
    if (!access) return texts.users(config.users.map((user) => user.login));
    return opens ? texts.opening : texts.link;
  }
}

export function oneTimeLink(url: string, { code }: OneTimeAccess): string {
  return `${url}/acces/${code}`;
}

function databaseName(database: Config['database']): string {
  return database.kind === 'sqlite'
    ? `SQLite, ${database.file}`
    : `${database.kind}, ${database.user}@${hostsText(database)}/${database.name}`;
}
