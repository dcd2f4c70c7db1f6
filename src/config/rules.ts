import { resolve } from 'node:path';
import { type ConfigIssue, explain } from './config-issues.ts';
import { type RawSection, rawValue, sectionOf } from './raw-data.ts';
import type { Surroundings } from './secrets.ts';
import { settings } from './settings.ts';
import { fileErrorCode } from './text-file.ts';
import type { YamlSource } from './yaml-source.ts';

/** The names of list items, and the explanation of a repeated name. */
const NAMES = [
  { list: 'users', key: 'login', setting: 'users.login', code: 'duplicateLogin' },
  { list: 'api_tokens', key: 'name', setting: 'api_tokens.name', code: 'duplicateTokenName' },
] as const;

/** Each login and each name of a token occurs once. */
function duplicateNames(data: RawSection, source: YamlSource): ConfigIssue[] {
  return NAMES.flatMap(({ list, key, setting, code }) => {
    const items = Array.isArray(data[list]) ? data[list] : [];
    const first = new Map<string, number>();
    return items.flatMap((item, index): ConfigIssue[] => {
      const name = rawValue(item, [key]);
      const path = [list, index, key];
      if (typeof name !== 'string') return [];
      const firstLine = first.get(name);
      if (firstLine !== undefined)
        return [{ path, on: 'value', explanation: explain(code, { setting, firstLine }) }];
      first.set(name, source.valuePlace(path).line);
      return [];
    });
  });
}

/** A password for the mail server needs its user. */
function passwordWithoutUser(data: RawSection): ConfigIssue[] {
  const mail = sectionOf(data, 'admin_mail');
  if (!Object.hasOwn(mail, 'password') || Object.hasOwn(mail, 'user')) return [];
  const explanation = explain('secretWithoutUser', { setting: 'admin_mail.user' });
  return [{ path: ['admin_mail'], on: 'key', explanation }];
}

/** The certificate of an authority must exist at the start, not only when its server is first reached. */
function unreadableAuthority(
  section: 'database' | 'redis',
  data: RawSection,
  { folder, readFile }: Surroundings,
): ConfigIssue[] {
  const path = [section, 'tls', 'ca'];
  const file = rawValue(data, path);
  if (typeof file !== 'string' || file === '') return [];
  const absolute = resolve(folder, file);
  try {
    readFile(absolute);
    return [];
  } catch (error) {
    const details = { setting: `${section}.tls` as const, path: absolute, reason: fileErrorCode(error) };
    return [{ path, on: 'value', explanation: explain('otherFileUnreadable', details) }];
  }
}

/** Lines of two kinds in one file would be useless. */
function sameLogFile(data: RawSection, { folder }: Surroundings): ConfigIssue[] {
  const path = ['log', 'audit_file'];
  const { file = settings['log.file'].value, audit_file: audit = settings['log.audit_file'].value } =
    sectionOf(data, 'log');
  if (typeof file !== 'string' || typeof audit !== 'string') return [];
  if (resolve(folder, file) !== resolve(folder, audit)) return [];
  return [{ path, on: 'value', explanation: explain('notAllowed', { setting: 'log.audit_file' }) }];
}

/** Instances that share files also share sessions, and use an existing folder: a new one here would not be shared. */
function sharedUploads(data: RawSection, { folder, checkFolder }: Surroundings): ConfigIssue[] {
  const { shared, folder: uploads = settings['uploads.folder'].value } = sectionOf(data, 'uploads');
  if (shared !== true) return [];
  const { kind = settings['database.kind'].value } = sectionOf(data, 'database');
  const { store } = sectionOf(data, 'session');
  const hasOwnSessions = kind === 'sqlite' || store === 'memory';
  const explanation = explain('sharedWithoutSessions', { setting: 'uploads.shared' });
  return [
    ...(hasOwnSessions ? [{ path: ['uploads', 'shared'], on: 'value', explanation } as const] : []),
    ...(typeof uploads === 'string' ? unusableFolder(resolve(folder, uploads), checkFolder) : []),
  ];
}

function unusableFolder(path: string, checkFolder: Surroundings['checkFolder']): ConfigIssue[] {
  try {
    checkFolder(path);
    return [];
  } catch (error) {
    const details = { setting: 'uploads.folder', path, reason: fileErrorCode(error) } as const;
    return [{ path: ['uploads', 'folder'], on: 'value', explanation: explain('folderUnusable', details) }];
  }
}

/** One server has one address, and a cluster one database. */
function redisOfItsKind(data: RawSection): ConfigIssue[] {
  const { kind = settings['redis.kind'].value, host, database } = sectionOf(data, 'redis');
  const wrong = [
    ...(kind === 'server' && Array.isArray(host) ? (['host'] as const) : []),
    ...(kind === 'cluster' && typeof database === 'number' && database !== 0 ? (['database'] as const) : []),
  ];
  return wrong.map((key) => ({
    path: ['redis', key],
    on: 'value',
    explanation: explain('notAllowed', { setting: `redis.${key}` }),
  }));
}

/** Issues beyond single values: rules between keys, and files that must exist. `data` has its secrets resolved. */
export function ruleIssues(data: RawSection, source: YamlSource, around: Surroundings): ConfigIssue[] {
  return [
    ...duplicateNames(data, source),
    ...passwordWithoutUser(data),
    ...unreadableAuthority('database', data, around),
    ...unreadableAuthority('redis', data, around),
    ...sameLogFile(data, around),
    ...redisOfItsKind(data),
    ...sharedUploads(data, around),
  ];
}
