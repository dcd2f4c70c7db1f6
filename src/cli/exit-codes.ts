/** What the process answers to who started it. */
export const ExitCode = {
  ok: 0,
  /** Configuration, command line, log file or port. */
  configuration: 1,
  database: 2,
} as const;
