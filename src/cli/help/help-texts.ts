/** What the first word of a command line may be. */
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

/** What can be typed, and what it means; nothing where it speaks for itself. */
export type HelpLine = readonly [typed: string, meaning: string];

/** What is said of a command. */
export interface CommandHelp {
  /** Each way to call it, and what it does then. */
  readonly ways: readonly HelpLine[];
  readonly options?: readonly HelpLine[];
}

/**
 * The help in one language. Each catalogue is whole, what is typed included, as the reader sees it: the names of values
 * are words of the language too.
 */
export interface HelpTexts {
  readonly title: string;
  /** In the order in which they are shown. */
  readonly commands: Readonly<Record<CommandName, CommandHelp>>;
  /** Files in place of a command, as Explorer passes those that are dropped on the program. */
  readonly files: HelpLine;
  /** How to ask for help. */
  readonly askForHelp: string;
}
