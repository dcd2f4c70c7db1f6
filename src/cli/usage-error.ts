/** A command line that cannot be understood; the help is shown with it. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}
