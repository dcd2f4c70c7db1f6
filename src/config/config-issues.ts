import type { SettingPath } from './settings.ts';

/** What YAML itself can complain about, in terms a person can act on. */
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

/** Why a value has the wrong type although it looks right. */
export type TypeMistake = 'quoted' | 'unquoted' | 'not-a-boolean';

/** Everything that can be wrong, each with what its explanation mentions. Never a secret. */
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

/** One explanation, to be worded in the reader's language (format-config-issues.ts). */
export type ConfigExplanation = {
  [Code in ExplanationCode]: { readonly code: Code; readonly details: ConfigExplanations[Code] };
}[ExplanationCode];

export function explain<Code extends ExplanationCode>(
  code: Code,
  details: ConfigExplanations[Code],
): ConfigExplanation {
  return { code, details } as ConfigExplanation;
}

/** An issue and where it is: on a key or on its value. */
export interface ConfigIssue {
  /** Keys and, in lists, indexes from the top of the file. */
  readonly path: readonly PropertyKey[];
  readonly on: 'key' | 'value';
  readonly explanation: ConfigExplanation;
}

/** An issue as it is shown. Lines and columns count from 1. */
export interface LocatedIssue {
  /** The absolute path of the file. */
  readonly file: string | null;
  readonly line: number | null;
  readonly column: number | null;
  /** e.g. `server.port` or `users[0].login`. */
  readonly key: string | null;
  /** The value as it is written in the file; null when there is none, and always for secrets. */
  readonly value: string | null;
  readonly explanation: ConfigExplanation;
}

/** The configuration cannot be used. Holds all the issues of the file, in its order. */
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
 * Something to know that keeps nothing from working: a second file that is not read, one with a password that every user
 * of the machine can read, a value that ends at a `#`, a log of what people declare. All paths are absolute.
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
      /** What was read; null for a secret. */
      readonly value: string | null;
    };
