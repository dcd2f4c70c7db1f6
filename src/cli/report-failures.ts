import { DatabaseError } from '../database/database-errors.ts';
import { ExitCode } from '../model/exit-codes.ts';
import type { ProcessContext } from '../model/process-context.ts';
import { explainFailure } from '../server/explain-failure.ts';
import { fileErrorText, isFileError } from './file-error.ts';
import { InvalidTaxYearFile } from './tax-years/read-tax-year-file.ts';
import { UsageError } from './usage-error.ts';

/**
 * Runs a command and reports its expected failures on standard error; resolves to its exit code. Errors of the command
 * line are the caller's.
 */
export async function reportingFailures(
  context: ProcessContext,
  command: () => Promise<number>,
): Promise<number> {
  try {
    return await command();
  } catch (error) {
    if (error instanceof UsageError) throw error;
    const { text, exitCode } = explain(error, context);
    context.streams.stderr.write(`${text}\n`);
    return exitCode;
  }
}

function explain(error: unknown, context: ProcessContext): { text: string; exitCode: number } {
  if (error instanceof InvalidTaxYearFile) return { text: error.message, exitCode: ExitCode.configuration };
  if (isFileError(error))
    return { text: fileErrorText(error, context.language), exitCode: ExitCode.configuration };
  if (error instanceof DatabaseError) return { text: error.message, exitCode: ExitCode.database };
  return explainFailure(error, context);
}
