import type { SettingPath } from './settings.ts';

/** The kinds of YAML errors that people can correct. */
export type SyntaxIssueCode =
  | 'alias'
  | 'colon'
  | 'escape'
  | 'indentation'
  | 'reserved'
  | 'several-documents'
  | 'tag'
  | 'unclosed'
  | 'other';

/** Why a value that looks right has the wrong type. */
export type TypeMistake = 'quoted' | 'unquoted' | 'not-a-boolean';

/** Every kind of issue, with the values in its explanation. Never a secret. */
export interface ConfigExplanations {
  fileMissing: Record<never, never>;
  fileIsFolder: Record<never, never>;
  fileUnreadable: { reason: string };
  fileTooLarge: { maximumKilobytes: number };
  hiddenExtension: { found: string; expected: string };
  utf16: Record<never, never>;
  notUtf8: Record<never, never>;
  tab: Record<never, never>;
  duplicateKey: Record<never, never>;
  syntax: { issue: SyntaxIssueCode };
  notASection: Record<never, never>;
  sectionExpected: { setting: SettingPath };
  listExpected: { setting: SettingPath; keys: readonly string[] };
  unknownKey: { nearest: string | null; known: readonly string[] };
  otherKind: { key: string; kinds: readonly string[] };
  missing: { setting: SettingPath };
  empty: { setting: SettingPath };
  notAllowed: { setting: SettingPath; mistake?: TypeMistake; suggestion?: string };
  /** `character` as U+2028. */
  unseenCharacter: { setting: SettingPath; character: string };
  urlWithPath: { setting: SettingPath; origin: string; path: string };
  plainPassword: { setting: SettingPath };
  passwordKey: Record<never, never>;
  plainToken: Record<never, never>;
  duplicateLogin: { setting: SettingPath; firstLine: number };
  duplicateTokenName: { setting: SettingPath; firstLine: number };
  noSecret: { setting: SettingPath };
  severalSecrets: { setting: SettingPath; found: readonly string[] };
  secretWithoutUser: { setting: SettingPath };
  variableMissing: { setting: SettingPath };
  otherFileUnreadable: { setting: SettingPath; path: string; reason: string };
  sharedWithoutSessions: { setting: SettingPath };
  folderUnusable: { setting: SettingPath; path: string; reason: string };
  otherFileNotUtf8: { setting: SettingPath; path: string };
}

export type ExplanationCode = keyof ConfigExplanations;

/** One explanation, to be put into the reader's language (format-config-issues.ts). */
export type ConfigExplanation = {
  [Code in ExplanationCode]: { readonly code: Code; readonly details: ConfigExplanations[Code] };
}[ExplanationCode];

export function explain<Code extends ExplanationCode>(
  code: Code,
  details: ConfigExplanations[Code],
): ConfigExplanation {
  return { code, details } as ConfigExplanation;
}

/** An issue and its place: at a key or at its value. */
export interface ConfigIssue {
  /** Keys and list indexes from the top of the file. */
  readonly path: readonly PropertyKey[];
  readonly on: 'key' | 'value';
  readonly explanation: ConfigExplanation;
}

/** An issue to be shown. Lines and columns count from 1. */
export interface LocatedIssue {
  /** The absolute path of the file. */
  readonly file: string | null;
  readonly line: number | null;
  readonly column: number | null;
  /** e.g. `server.port` or `users[0].login`. */
  readonly key: string | null;
  /** The value as written in the file; null when there is none, and always for secrets. */
  readonly value: string | null;
  readonly explanation: ConfigExplanation;
}

/** The configuration cannot be used. Has all the issues of the file, in its order. */
export class ConfigError extends Error {
  readonly issues: readonly LocatedIssue[];

  constructor(issues: readonly LocatedIssue[]) {
    const places = issues.map(
      ({ line, key, explanation }) => `${key ?? 'line'} ${line ?? ''} ${explanation.code}`,
    );
    super(`the configuration has ${issues.length} problem(s): ${places.join(', ')}`);
    this.name = 'ConfigError';
    this.issues = issues;
  }
}

/**
 * A remark that prevents nothing: a second file that is not read, a file with a password that every user of the machine
 * can read, a value that ends at a `#`, a log of what people declare. All paths are absolute.
 */
export type ConfigNotice =
  | { readonly code: 'bothFiles'; readonly used: string; readonly ignored: string }
  | { readonly code: 'exposedPassword'; readonly file: string }
  | { readonly code: 'incomesInLog'; readonly file: string }
  | {
      readonly code: 'cutValue';
      readonly file: string;
      readonly line: number;
      readonly key: string;
      /** The value read; null for a secret. */
      readonly value: string | null;
    };
