/** The exit codes of the process. */
export const ExitCode = {
  ok: 0,
  /** Configuration, command line, log file or port. */
  configuration: 1,
  database: 2,
  /** Some lines of a file could not be calculated; all others were. */
  wrongLines: 3,
} as const;
