import { resolve } from 'node:path';
import { type ConfigIssue, explain } from './config-issues.ts';
import { type RawSection, sectionOf } from './raw-data.ts';
import type { SettingPath } from './settings.ts';
import { type CheckFolder, decodeText, fileErrorCode, type ReadFile } from './text-file.ts';
import { unseenCharacter } from './value-checks.ts';

/** What a configuration may refer to outside of the file. */
export interface Surroundings {
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Relative paths start here. */
  readonly folder: string;
  readonly readFile: ReadFile;
  readonly checkFolder: CheckFolder;
}

/** The sections that may hold a password. */
export const SECTIONS_WITH_SECRET = ['database', 'redis', 'admin_mail'] as const;
type SectionWithSecret = (typeof SECTIONS_WITH_SECRET)[number];
type FoundSecret = { readonly secret: string } | { readonly issue: ConfigIssue };

const SOURCES = ['password', 'password_env', 'password_file'] as const;
type Source = (typeof SOURCES)[number];

const issue = (path: readonly string[], on: ConfigIssue['on'], explanation: ConfigIssue['explanation']) => ({
  issue: { path, on, explanation },
});

function fromVariable(path: [SectionWithSecret, Source], name: unknown, { env }: Surroundings): FoundSecret {
  const setting: SettingPath = `${path[0]}.password_env`;
  if (typeof name !== 'string' || name === '')
    return issue(path, 'value', explain('notAllowed', { setting }));
  const secret = env[name];
  return secret === undefined ? issue(path, 'value', explain('variableMissing', { setting })) : { secret };
}

function fromFile(
  path: [SectionWithSecret, Source],
  file: unknown,
  { folder, readFile }: Surroundings,
): FoundSecret {
  const setting: SettingPath = `${path[0]}.password_file`;
  if (typeof file !== 'string' || file === '')
    return issue(path, 'value', explain('notAllowed', { setting }));
  const character = unseenCharacter(file);
  if (character !== null) return issue(path, 'value', explain('unseenCharacter', { setting, character }));
  const absolute = resolve(folder, file);
  try {
    const decoded = decodeText(readFile(absolute));
    if (decoded.encoding === 'utf-8') return { secret: decoded.text.replace(/\r?\n$/, '') };
    return issue(path, 'value', explain('otherFileNotUtf8', { setting, path: absolute }));
  } catch (error) {
    const reason = fileErrorCode(error);
    return issue(path, 'value', explain('otherFileUnreadable', { setting, path: absolute, reason }));
  }
}

/** The password itself. A password in the file is checked by the schema. */
function resolveSource(
  section: SectionWithSecret,
  source: Source,
  value: unknown,
  around: Surroundings,
): FoundSecret {
  if (source === 'password_env') return fromVariable([section, source], value, around);
  if (source === 'password_file') return fromFile([section, source], value, around);
  return { secret: value as string };
}

function findSecret(section: SectionWithSecret, raw: RawSection, around: Surroundings): FoundSecret {
  const setting: SettingPath = `${section}.password`;
  const found = SOURCES.filter((source) => Object.hasOwn(raw, source));
  const [source] = found;
  if (source === undefined) return issue([section], 'key', explain('noSecret', { setting }));
  const last = found.at(-1) ?? source;
  if (last !== source) return issue([section, last], 'key', explain('severalSecrets', { setting, found }));
  return resolveSource(section, source, raw[source], around);
}

/** Whether the section needs a password: a database server always, the others with a user or a password. */
function takesSecret(section: SectionWithSecret, raw: RawSection): boolean {
  if (section === 'database') return raw.kind === 'mysql' || raw.kind === 'postgres';
  return ['user', ...SOURCES].some((key) => Object.hasOwn(raw, key));
}

/**
 * Replaces `password_env` and `password_file` by their `password`, so that the rest sees one key. A password that cannot
 * be read is an issue, and is replaced by an empty text.
 */
export function resolveSecrets(
  data: RawSection,
  around: Surroundings,
): { readonly data: RawSection; readonly issues: readonly ConfigIssue[] } {
  const issues: ConfigIssue[] = [];
  const resolved: Record<string, unknown> = { ...data };
  for (const section of SECTIONS_WITH_SECRET) {
    const raw = sectionOf(data, section);
    if (!takesSecret(section, raw)) continue;
    const found = findSecret(section, raw, around);
    if ('issue' in found) issues.push(found.issue);
    const { password_env: _variable, password_file: _file, ...rest } = raw;
    resolved[section] = { ...rest, password: 'secret' in found ? found.secret : '' };
  }
  return { data: resolved, issues };
}
