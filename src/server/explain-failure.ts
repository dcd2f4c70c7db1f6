import { ConfigError } from '../config/config-issues.ts';
import { formatIssues } from '../config/format-config-issues.ts';
import { DatabaseError } from '../database/database-errors.ts';
import { SharedFolderError } from '../jobs/shared-folder-errors.ts';
import { ExitCode } from '../model/exit-codes.ts';
import type { ProcessContext } from '../model/process-context.ts';
import { LogFileError } from '../operations/line-file.ts';
import { NoTaxYear } from '../tax/tax-calculator.ts';
import { PortError } from './listen.ts';
import { explainPort } from './port-failure.ts';
import { failureTexts } from './server-texts.ts';
import { IncomeYearMissing } from './tax-service.ts';

/** A failed start in words for the console, and the exit code. */
export function explainFailure(error: unknown, context: ProcessContext): { text: string; exitCode: number } {
  const { language, baseDir } = context;
  const texts = failureTexts[language];
  if (error instanceof DatabaseError)
    return { text: texts.database(error.message), exitCode: ExitCode.database };
  return { text: configurationFailure(), exitCode: ExitCode.configuration };

  function configurationFailure(): string {
    if (error instanceof ConfigError) return formatIssues(error.issues, language);
    if (error instanceof PortError) return explainPort(error, context);
    if (error instanceof LogFileError) return logFileFailure(error);
    if (error instanceof SharedFolderError) return texts.uploadsFolder(error.folder, causeOf(error));
    if (error instanceof IncomeYearMissing || error instanceof NoTaxYear)
      return texts.incomeYear(error.message);
    throw error;
  }

  function logFileFailure(error: LogFileError): string {
    if (isReadOnly(error) && error.file.startsWith(baseDir)) return texts.readOnlyFolder(baseDir);
    return texts.logFile(error.file, causeOf(error));
  }
}

const causeOf = ({ cause }: Error) => String((cause as Error).message);

const READ_ONLY = new Set(['EACCES', 'EPERM', 'EROFS']);

function isReadOnly({ cause }: LogFileError): boolean {
  return READ_ONLY.has(String((cause as NodeJS.ErrnoException).code));
}
