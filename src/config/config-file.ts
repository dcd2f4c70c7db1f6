import { ConfigError, type ConfigExplanation, explain } from './config-issues.ts';
import { decodeText, fileErrorCode, firstUndecodable, type ReadFile } from './text-file.ts';
import type { Place } from './yaml-source.ts';

const MAXIMUM_KILOBYTES = 1024;

/** The issues of the file itself, by the system's error code. */
const FILE_ISSUES: Readonly<Record<string, ConfigExplanation>> = {
  ENOENT: explain('fileMissing', {}),
  ENOTDIR: explain('fileMissing', {}),
  EISDIR: explain('fileIsFolder', {}),
};

function fileError(file: string, explanation: ConfigExplanation, place: Place | null = null): ConfigError {
  const { line, column } = place ?? { line: null, column: null };
  return new ConfigError([{ file, line, column, key: null, value: null, explanation }]);
}

/**
 * The text of a configuration file.
 * @throws {ConfigError} when it cannot be read or is not UTF-8
 */
export function readConfigText(file: string, readFile: ReadFile): string {
  let bytes: Uint8Array;
  try {
    bytes = readFile(file);
  } catch (error) {
    const reason = fileErrorCode(error);
    throw fileError(file, FILE_ISSUES[reason] ?? explain('fileUnreadable', { reason }));
  }
  if (bytes.length > MAXIMUM_KILOBYTES * 1024) {
    throw fileError(file, explain('fileTooLarge', { maximumKilobytes: MAXIMUM_KILOBYTES }));
  }
  const decoded = decodeText(bytes);
  if (decoded.encoding === 'utf-16') throw fileError(file, explain('utf16', {}), { line: 1, column: 1 });
  if (decoded.encoding === 'other') {
    const before = decoded.text.slice(0, firstUndecodable(decoded.text)).split('\n');
    const place = { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
    throw fileError(file, explain('notUtf8', {}), place);
  }
  return decoded.text;
}
