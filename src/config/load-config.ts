import { dirname, resolve } from 'node:path';
import { readConfigText } from './config-file.ts';
import { ConfigError, type ConfigIssue, type ConfigNotice, type LocatedIssue } from './config-issues.ts';
import { type Config, configSchema } from './config-schema.ts';
import { cutValues } from './cut-values.ts';
import { withKnownKind } from './database-kind.ts';
import { exposedPasswords } from './exposed-passwords.ts';
import { isSection, type RawSection } from './raw-data.ts';
import { ruleIssues } from './rules.ts';
import { schemaIssues } from './schema-issues.ts';
import { resolveSecrets } from './secrets.ts';
import { shownKey, shownValue } from './shown-value.ts';
import { asLists } from './single-items.ts';
import { syntaxIssues } from './syntax-issues.ts';
import { type CheckFolder, checkOnDisk, type ReadFile, readFromDisk } from './text-file.ts';
import { parseYaml, type YamlSource } from './yaml-source.ts';

export interface LoadOptions {
  /** The YAML file (find-config.ts); null for the defaults. */
  readonly file: string | null;
  /** The server's folder: relative paths start here when there is no file. */
  readonly baseDir: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly readFile?: ReadFile;
  readonly checkFolder?: CheckFolder;
}

export interface LoadedConfig {
  readonly config: Config;
  /** The absolute path of the file that was read. */
  readonly file: string | null;
  /** The absolute folder that relative paths were resolved against. */
  readonly baseDir: string;
  readonly notices: readonly ConfigNotice[];
}

/** Sections that may be without any line. */
const MAY_BE_EMPTY: ReadonlySet<string> = new Set([
  'server',
  'database',
  'tax',
  'session',
  'redis',
  'users',
  'api_tokens',
  'log',
  'uploads',
]);

/** Removes sections whose lines are all commented out. Null when the file is not a section. */
function withoutEmptySections(data: unknown): RawSection | null {
  if (data === null) return {};
  if (!isSection(data)) return null;
  return Object.fromEntries(
    Object.entries(data).filter(([key, value]) => value !== null || !MAY_BE_EMPTY.has(key)),
  );
}

/** After some syntax errors the rest of the file can be misread. */
function breaksStructure({ explanation }: LocatedIssue): boolean {
  const isEscape = explanation.code === 'syntax' && explanation.details.issue === 'escape';
  return explanation.code !== 'duplicateKey' && !isEscape;
}

function locate(
  { path, on, explanation }: ConfigIssue,
  source: YamlSource,
  file: string | null,
): LocatedIssue {
  const place = on === 'key' ? source.keyPlace(path) : source.valuePlace(path);
  return { file, ...place, key: shownKey(path), value: shownValue(path, source, explanation), explanation };
}

function inOrder(issues: readonly LocatedIssue[]): LocatedIssue[] {
  return issues.toSorted(
    (one, other) => (one.line ?? 0) - (other.line ?? 0) || (one.column ?? 0) - (other.column ?? 0),
  );
}

function withAbsoluteAuthority(tls: Config['redis']['tls'], folder: string): Config['redis']['tls'] {
  return typeof tls === 'object' ? { ca: resolve(folder, tls.ca) } : tls;
}

function withAbsolutePaths(config: Config, folder: string): Config {
  const database = { ...config.database };
  if (database.kind === 'sqlite') database.file = resolve(folder, database.file);
  else database.tls = withAbsoluteAuthority(database.tls, folder);
  const redis = { ...config.redis, tls: withAbsoluteAuthority(config.redis.tls, folder) };
  const log = {
    ...config.log,
    file: resolve(folder, config.log.file),
    audit_file: resolve(folder, config.log.audit_file),
  };
  const uploads = { ...config.uploads, folder: resolve(folder, config.uploads.folder) };
  return { ...config, database, redis, log, uploads };
}

/**
 * Reads, completes and checks the configuration.
 * @throws {ConfigError} with all the issues of the file at once
 */
export function loadConfig(options: LoadOptions): LoadedConfig {
  const { file, baseDir, env, readFile = readFromDisk, checkFolder = checkOnDisk } = options;
  const path = file === null ? null : resolve(baseDir, file);
  const folder = path === null ? resolve(baseDir) : dirname(path);
  const source = parseYaml(path === null ? '' : readConfigText(path, readFile));
  const syntax = syntaxIssues(source, path);
  if (syntax.some(breaksStructure)) throw new ConfigError(inOrder(syntax));

  const sections = withoutEmptySections(source.data);
  const around = { env, folder, readFile, checkFolder };
  const lists = asLists(sections ?? {});
  const database = withKnownKind(lists.data);
  const secrets = resolveSecrets(database.data, around);
  const checked = configSchema.safeParse(sections === null ? source.data : secrets.data);
  const issues = [
    ...lists.issues,
    ...database.issues,
    ...secrets.issues,
    ...ruleIssues(secrets.data, source, around),
    ...(checked.success ? [] : schemaIssues(checked.error, secrets.data)),
  ];
  const others = issues.filter((issue) => !source.isMisread(issue.path));
  const located = [...syntax, ...others.map((issue) => locate(issue, source, path))];
  if (!checked.success || located.length > 0) throw new ConfigError(inOrder(located));
  const config = withAbsolutePaths(checked.data, folder);
  const notices =
    path === null
      ? []
      : [
          ...exposedPasswords(path, sections ?? {}),
          ...cutValues(path, sections, source),
          ...incomesInLog(config),
        ];
  return { config, file: path, baseDir: folder, notices };
}

/** Reports that the log contains what people declare. */
function incomesInLog({ log }: Config): readonly ConfigNotice[] {
  return log.answers ? [{ code: 'incomesInLog', file: log.file }] : [];
}
