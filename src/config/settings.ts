import { stringify } from 'yaml';

/** A setting in the template. */
interface Setting {
  /** The default or, for a setting without one, an example. Absent for a section that only groups others. */
  readonly value?: unknown;
  /** Shown as a comment: the default configuration does not have it. */
  readonly commented?: true;
}

/**
 * Every key of config.yaml in the order of the template; the items of a list under its name. The schema takes its
 * defaults from here, the template and the error messages their values.
 */
export const settings = {
  server: {},
  'server.host': { value: '127.0.0.1' },
  'server.port': { value: 5000 },
  'server.url_prefix': { value: '/do' },
  'server.mount_alias': { value: '' },
  'server.public_url': { value: '' },
  'server.trusted_proxies': { value: ['loopback'] },
  'server.local_access': { value: true },
  'server.frame_ancestors': { value: [] },
  database: {},
  'database.kind': { value: 'sqlite' },
  'database.startup_timeout': { value: 60 },
  'database.file': { value: 'tax-server.db' },
  'database.host': { value: '127.0.0.1', commented: true },
  'database.port': { value: 3306, commented: true },
  'database.name': { value: 'taxes', commented: true },
  'database.user': { value: 'tax-server', commented: true },
  'database.password': { value: 'change-me', commented: true },
  'database.password_env': { value: 'TAX_SERVER_DATABASE_PASSWORD', commented: true },
  'database.password_file': { value: 'database-password.txt', commented: true },
  'database.tls': { value: false, commented: true },
  'database.pool_size': { value: 10, commented: true },
  tax: {},
  'tax.method': { value: 'official' },
  'tax.income_year': { value: 'latest' },
  session: {},
  'session.store': { value: 'database' },
  'session.idle_minutes': { value: 120 },
  'session.absolute_hours': { value: 24 },
  redis: {},
  'redis.kind': { value: 'server', commented: true },
  'redis.host': { value: '127.0.0.1', commented: true },
  'redis.port': { value: 6379, commented: true },
  'redis.user': { value: 'tax-server', commented: true },
  'redis.password': { value: 'change-me', commented: true },
  'redis.password_env': { value: 'TAX_SERVER_REDIS_PASSWORD', commented: true },
  'redis.password_file': { value: 'redis-password.txt', commented: true },
  'redis.tls': { value: false, commented: true },
  'redis.database': { value: 0, commented: true },
  'redis.master_name': { value: 'mymaster', commented: true },
  public: { value: false },
  csrf_token: { value: false },
  users: { value: [] },
  'users.login': { value: 'admin', commented: true },
  'users.password_hash': { value: '$argon2id$…', commented: true },
  api_tokens: { value: [] },
  'api_tokens.name': { value: 'payroll', commented: true },
  'api_tokens.token_hash': { value: 'sha256:…', commented: true },
  'api_tokens.expires': { value: '2027-12-31', commented: true },
  api_rate_limit: { value: 60_000 },
  admin_mail: { value: null },
  'admin_mail.smtp_host': { value: 'localhost', commented: true },
  'admin_mail.smtp_port': { value: 25, commented: true },
  'admin_mail.from': { value: 'tax-server@example.org', commented: true },
  'admin_mail.to': { value: 'admin@example.org', commented: true },
  'admin_mail.subject': { value: "plantage du serveur de calcul d'impôts", commented: true },
  'admin_mail.tls': { value: false, commented: true },
  'admin_mail.user': { value: 'tax-server', commented: true },
  'admin_mail.password': { value: 'change-me', commented: true },
  'admin_mail.password_env': { value: 'TAX_SERVER_MAIL_PASSWORD', commented: true },
  'admin_mail.password_file': { value: 'mail-password.txt', commented: true },
  log: {},
  'log.file': { value: 'logs/tax-server.log' },
  'log.audit_file': { value: 'logs/audit.log' },
  'log.level': { value: 'info' },
  'log.max_size': { value: '10MB' },
  'log.keep': { value: 5 },
  'log.answers': { value: false },
  uploads: {},
  'uploads.folder': { value: 'uploads' },
  'uploads.shared': { value: false },
  'uploads.max_size': { value: '512MB' },
  language: { value: 'fr' },
  sleep_time: { value: 0 },
} as const satisfies Record<string, Setting>;

/** The dotted name of a setting, e.g. `server.port`. */
export type SettingPath = keyof typeof settings;

/** All settings, in the order of the template. */
export const settingPaths = Object.keys(settings) as readonly SettingPath[];

function isSetting(path: string): path is SettingPath {
  return Object.hasOwn(settings, path);
}

/** The setting of a path in the file, without list indexes and what is inside a setting. */
export function settingAt(path: readonly PropertyKey[]): SettingPath | '' {
  const names = path.filter((key) => typeof key === 'string');
  for (let length = names.length; length > 0; length--) {
    const name = names.slice(0, length).join('.');
    if (isSetting(name)) return name;
  }
  return '';
}

/** The value of a setting in the template and messages; undefined for a section. */
export function sampleValue(path: SettingPath): unknown {
  return (settings[path] as Setting).value;
}

export function isCommented(path: SettingPath): boolean {
  return (settings[path] as Setting).commented === true;
}

/** The settings directly inside a section (`''` is the whole file), by their last name. */
export function settingsInside(section: SettingPath | ''): readonly string[] {
  const start = section === '' ? '' : `${section}.`;
  return settingPaths
    .filter((path) => path.startsWith(start) && !path.slice(start.length).includes('.'))
    .map((path) => path.slice(start.length));
}

/** The texts of a setting: the comment of the template, and the accepted values. */
export type SettingTexts = Readonly<
  Record<SettingPath, { readonly about: string; readonly allowed: string }>
>;

/** A correct line of YAML for a setting, e.g. `port: 5000`. */
export function exampleLine(path: SettingPath): string {
  const name = path.slice(path.lastIndexOf('.') + 1);
  const value = sampleValue(path);
  return `${name}:${value === undefined ? '' : ` ${yamlValue(value)}`}`;
}

/** A value on one line of YAML. */
export function yamlValue(value: unknown): string {
  return stringify(value, { collectionStyle: 'flow', flowCollectionPadding: false, lineWidth: 0 }).trimEnd();
}
