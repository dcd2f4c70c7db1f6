import type { Writable } from 'node:stream';
import type { CsvProgress } from '../../bulk/calculate-csv.ts';
import type { Language } from '../../model/language.ts';
import { fileTexts } from './calculate-texts.ts';

const EVERY_MS = 200;
const BAR = 24;
/** Back to the start of the line, and clear it. */
const CLEAR = '\r\x1b[K';

/** A line on a terminal that shows the progress; nothing elsewhere. */
export interface ProgressLine {
  show(progress: CsvProgress): void;
  clear(): void;
}

/** @param total bytes of the input, null when unknown */
export function progressLine(
  stderr: Writable & { readonly isTTY?: boolean },
  total: number | null,
  language: Language,
): ProgressLine {
  if (!stderr.isTTY) return { show: () => undefined, clear: () => undefined };
  const began = performance.now();
  const number = new Intl.NumberFormat(language, { maximumFractionDigits: 0 });
  let shown = began;

  return {
    show({ bytes, lines }) {
      const now = performance.now();
      if (now - shown < EVERY_MS) return;
      shown = now;
      const seconds = (now - began) / 1000;
      const left = total === null ? '' : number.format((seconds * Math.max(0, total - bytes)) / bytes);
      const text = fileTexts[language].progress(number.format(lines), number.format(lines / seconds), left);
      stderr.write(`${CLEAR}${total === null ? '' : `${bar(bytes / total)} `}${text}`);
    },
    clear: () => void stderr.write(CLEAR),
  };
}

function bar(fraction: number): string {
  const full = Math.round(BAR * Math.min(1, fraction));
  return `[${'#'.repeat(full)}${' '.repeat(BAR - full)}]`;
}
