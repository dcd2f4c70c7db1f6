import * as z from 'zod';
import { LANGUAGES } from '../model/language.ts';
import { isApiTokenHash } from '../users/api-token-format.ts';
import { parsePasswordHash } from '../users/password-hash-format.ts';

import { settings } from './settings.ts';
import {
  isFrameAncestor,
  isHost,
  isHostWithPort,
  isMailAddress,
  isMountPath,
  isOneLine,
  isOrigin,
  isProxy,
  sizeInBytes,
} from './value-checks.ts';

const whole = (minimum: number, maximum: number) => z.int().min(minimum).max(maximum);
/** One line: the value cannot break out of a header, a query or a file name. */
const line = (maximum: number) => z.string().min(1).max(maximum).refine(isOneLine);
const path = line(1024);
const host = z.string().refine(isHost);
/** One address, or several servers with the same data. */
const hosts = z.union([host, z.array(z.string().refine(isHostWithPort)).min(1).max(10)]);
const port = whole(1, 65_535);
const mountPath = z.string().refine(isMountPath);
const mailAddress = z.string().refine(isMailAddress);

const serverSchema = z.strictObject({
  host: host.default(settings['server.host'].value),
  port: port.default(settings['server.port'].value),
  url_prefix: mountPath.default(settings['server.url_prefix'].value),
  mount_alias: mountPath.default(settings['server.mount_alias'].value),
  public_url: z
    .string()
    .refine((text) => text === '' || isOrigin(text))
    .transform((text) => (text === '' ? '' : new URL(text).origin))
    .default(settings['server.public_url'].value),
  trusted_proxies: z
    .array(z.string().refine(isProxy))
    .max(100)
    .default([...settings['server.trusted_proxies'].value]),
  local_access: z.boolean().default(settings['server.local_access'].value),
  frame_ancestors: z.array(z.string().refine(isFrameAncestor)).max(100).default([]),
});

/** With `ca`, the absolute path of a readable PEM file. */
const tls = (byDefault: boolean) => z.union([z.boolean(), z.strictObject({ ca: path })]).default(byDefault);

/** Seconds. */
const startupTimeout = whole(0, 3600).default(settings['database.startup_timeout'].value);

const databaseServer = {
  /** Several servers hold the same data; one of them accepts writes. */
  host: hosts.default(settings['database.host'].value),
  name: line(64),
  user: line(64),
  /** From `password`, `password_env` or `password_file` (secrets.ts). */
  password: z.string().max(1024),
  tls: tls(settings['database.tls'].value),
  pool_size: whole(1, 200).default(settings['database.pool_size'].value),
  startup_timeout: startupTimeout,
};
const MYSQL_PORT = settings['database.port'].value;
const POSTGRES_PORT = 5432;

const sqliteSchema = z.strictObject({
  kind: z.literal('sqlite'),
  file: path.default(settings['database.file'].value),
  startup_timeout: startupTimeout,
});
const mysqlSchema = z.strictObject({
  kind: z.literal('mysql'),
  port: port.default(MYSQL_PORT),
  ...databaseServer,
});
const postgresSchema = z.strictObject({
  kind: z.literal('postgres'),
  port: port.default(POSTGRES_PORT),
  ...databaseServer,
});

export const DATABASE_KINDS = ['sqlite', 'mysql', 'postgres'] as const;

const databaseSchema = z.discriminatedUnion('kind', [sqliteSchema, mysqlSchema, postgresSchema]);

const redisSchema = z.strictObject({
  kind: z.enum(['server', 'sentinel', 'cluster']).default(settings['redis.kind'].value),
  host: hosts.default(settings['redis.host'].value),
  port: port.default(settings['redis.port'].value),
  user: line(64).optional(),
  /** From `password`, `password_env` or `password_file` (secrets.ts); present when `user` is. */
  password: z.string().max(1024).optional(),
  tls: tls(settings['redis.tls'].value),
  database: whole(0, 65_535).default(settings['redis.database'].value),
  master_name: line(100).default(settings['redis.master_name'].value),
});

const adminMailSchema = z.strictObject({
  smtp_host: host.default(settings['admin_mail.smtp_host'].value),
  smtp_port: port.default(settings['admin_mail.smtp_port'].value),
  from: mailAddress,
  to: mailAddress,
  subject: line(200).default(settings['admin_mail.subject'].value),
  tls: z.boolean().default(settings['admin_mail.tls'].value),
  user: line(200).optional(),
  /** From `password`, `password_env` or `password_file` (secrets.ts); present when `user` is. */
  password: z.string().max(1024).optional(),
});

const userSchema = z.strictObject({
  login: line(100),
  password_hash: z.string().refine((text) => parsePasswordHash(text) !== null),
});

const apiTokenSchema = z.strictObject({
  name: line(100),
  token_hash: z.string().refine(isApiTokenHash),
  /** Refused from the start of this day on, UTC. */
  expires: z.iso.date().optional(),
});

/**
 * Every key of config.yaml (docs: config.example.yaml), each value on its own. Rules between keys are in rules.ts, secrets
 * are resolved before (secrets.ts), relative paths made absolute after (load-config.ts).
 */
export const configSchema = z.strictObject({
  server: serverSchema.prefault({}),
  database: databaseSchema.prefault({ kind: settings['database.kind'].value }),
  tax: z
    .strictObject({
      method: z.enum(['official', 'legacy']).default(settings['tax.method'].value),
      income_year: z
        .union([z.literal('latest'), whole(1900, 2100)])
        .default(settings['tax.income_year'].value),
    })
    .prefault({}),
  session: z
    .strictObject({
      store: z.enum(['database', 'memory', 'redis']).default(settings['session.store'].value),
      idle_minutes: whole(1, 44_640).default(settings['session.idle_minutes'].value),
      absolute_hours: whole(1, 8760).default(settings['session.absolute_hours'].value),
    })
    .prefault({}),
  redis: redisSchema.prefault({}),
  public: z.boolean().default(settings.public.value),
  csrf_token: z.boolean().default(settings.csrf_token.value),
  users: z.array(userSchema).max(10_000).default([]),
  api_tokens: z.array(apiTokenSchema).max(10_000).default([]),
  /** Requests a minute of each token, user or address. */
  api_rate_limit: whole(1, 10_000_000).default(settings.api_rate_limit.value),
  admin_mail: adminMailSchema.nullable().default(settings.admin_mail.value),
  log: z
    .strictObject({
      file: path.default(settings['log.file'].value),
      audit_file: path.default(settings['log.audit_file'].value),
      level: z
        .enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace'])
        .default(settings['log.level'].value),
      /** Bytes. */
      max_size: z
        .string()
        .transform(sizeInBytes)
        .pipe(whole(10 * 1024, 10 * 1024 ** 3))
        .prefault(settings['log.max_size'].value),
      keep: whole(1, 1000).default(settings['log.keep'].value),
      answers: z.boolean().default(settings['log.answers'].value),
    })
    .prefault({}),
  uploads: z
    .strictObject({
      folder: path.default(settings['uploads.folder'].value),
      shared: z.boolean().default(settings['uploads.shared'].value),
      /** Bytes. */
      max_size: z
        .string()
        .transform(sizeInBytes)
        .pipe(whole(10 * 1024, 10 * 1024 ** 3))
        .prefault(settings['uploads.max_size'].value),
    })
    .prefault({}),
  language: z.enum(LANGUAGES).default(settings.language.value),
  /** Seconds. */
  sleep_time: z.number().min(0).max(60).default(settings.sleep_time.value),
});

/** The configuration for the rest of the server: complete, with absolute paths and the passwords themselves. */
export type Config = z.output<typeof configSchema>;

/** The kinds of database that use a key of `database`; empty for an unknown key. */
export function kindsWithKey(key: string): string[] {
  const schemas = { sqlite: sqliteSchema, mysql: mysqlSchema, postgres: postgresSchema };
  const isSecret = key === 'password_env' || key === 'password_file';
  return Object.entries(schemas)
    .filter(([, schema]) => Object.hasOwn(schema.shape, isSecret ? 'password' : key))
    .map(([kind]) => kind);
}
