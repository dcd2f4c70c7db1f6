import { missingFolder } from '../make-folder.ts';
import type { Language } from '../model/language.ts';
import { fileTexts } from './calculate/calculate-texts.ts';

/** Why a file cannot be read or written, in words for known codes. */
export function fileErrorText(error: NodeJS.ErrnoException, language: Language): string {
  const { file, noFolder, reasons } = fileTexts[language];
  const folder = error.path === undefined ? null : missingFolder(error.path);
  if (folder !== null) return file(noFolder(folder));
  const reason = reasons[String(error.code)];
  return file(reason ? [error.path, reason].filter(Boolean).join(': ') : error.message);
}

/** Whether an error is the system's refusal of a file. */
export function isFileError(error: unknown): error is NodeJS.ErrnoException {
  return error instanceof Error && 'code' in error && 'syscall' in error;
}
