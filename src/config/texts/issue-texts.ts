import type { ConfigExplanations, SyntaxIssueCode, TypeMistake } from '../config-issues.ts';

/** One issue in words. `hint` says what to do. */
export interface Wording {
  readonly issue: string;
  readonly hint: string;
}

type WordingOf<Code extends keyof ConfigExplanations> = (
  details: ConfigExplanations[Code],
  example: string,
) => Wording;

/** The texts of one language. `example` is a correct line, e.g. `port: 5000`. */
export interface IssueTexts {
  readonly issues: { readonly [Code in keyof ConfigExplanations]: WordingOf<Code> };
  readonly syntax: Readonly<Record<SyntaxIssueCode, Wording>>;
  readonly mistakes: Readonly<Record<TypeMistake, string>>;
  /** Above the issues of one file, or of the absence of a file. */
  readonly title: (count: number, file: string | null) => string;
  readonly place: (file: string, line: number, column: number) => string;
  /** The words before the allowed values and before the hint. */
  readonly allowed: string;
  readonly hint: string;
  /** Why a file cannot be read, by the system's code; other codes are shown as they are. */
  readonly reasons: Readonly<Record<string, string>>;
  readonly bothConfigFiles: (used: string, ignored: string) => string;
  readonly exposedPassword: (file: string) => string;
  readonly incomesInLog: (file: string) => string;
  /** `value` is the value read, null for a secret. */
  readonly cutValue: (file: string, line: number, key: string, value: string | null) => string;
}
