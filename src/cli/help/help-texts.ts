/** The commands, as the first word of a command line. */
export type CommandName =
  | 'serve'
  | 'calculate'
  | 'init'
  | 'check-config'
  | 'hash-password'
  | 'api-token'
  | 'tax-years'
  | 'backup'
  | 'apache-config'
  | 'date-time'
  | 'licenses';

/** What to type, and what it means; empty where that is obvious. */
export type HelpLine = readonly [typed: string, meaning: string];

/** The help of a command. */
export interface CommandHelp {
  /** Each way to call it, and what it does. */
  readonly ways: readonly HelpLine[];
  readonly options?: readonly HelpLine[];
}

/** The help in one language. Each is complete, because the names of values are also translated. */
export interface HelpTexts {
  readonly title: string;
  /** In the order of the help. */
  readonly commands: Readonly<Record<CommandName, CommandHelp>>;
  /** Files in place of a command, as Explorer passes those dropped on the program. */
  readonly files: HelpLine;
  /** How to ask for help. */
  readonly askForHelp: string;
}
