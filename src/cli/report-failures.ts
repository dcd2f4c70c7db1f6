import { DatabaseError } from '../database/database-errors.ts';
import { InvalidTaxYear } from '../database/tax-years/invalid-tax-year.ts';
import { missingFolder } from '../make-folder.ts';
import { ExitCode } from '../model/exit-codes.ts';
import type { ProcessContext } from '../model/process-context.ts';
import { explainFailure } from '../server/explain-failure.ts';
import { fileTexts } from './calculate/texts.ts';
import { UsageError } from './usage-error.ts';

/** Runs a command whose foreseen failures are told on standard error; resolves to its exit code. The command line's are the caller's. */
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
  if (error instanceof InvalidTaxYear) return { text: error.message, exitCode: ExitCode.configuration };
  if (error instanceof Error && 'syscall' in error)
    return { text: fileFault(error, context), exitCode: ExitCode.configuration };
  if (error instanceof DatabaseError) return { text: error.message, exitCode: ExitCode.database };
  return explainFailure(error, context);
}

function fileFault(error: Error & { path?: string }, { language }: ProcessContext): string {
  const folder = error.path === undefined ? null : missingFolder(error.path);
  return folder === null ? error.message : fileTexts[language].file(fileTexts[language].noFolder(folder));
}
