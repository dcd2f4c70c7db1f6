import { type ColumnField, fieldName } from '../../../bulk/fields.ts';
import { formatUnusedColumns } from '../../../bulk/texts/format-issues.ts';
import type { FilePreview, PreviewLine } from '../../../model/file-jobs.ts';
import type { Language } from '../../../model/language.ts';
import { euros, wholeNumber } from '../format.ts';
import { filesTexts } from '../texts/files-texts.ts';
import { fill } from '../texts/page-texts.ts';
import { householdName } from './household-name.ts';

/** The columns of a file as they were read, and the first lines with their results. */
export function previewView(preview: FilePreview, language: Language) {
  const words = filesTexts(language);
  const { columns, unusedColumns, lines, incomeYear, withRates } = preview;
  const namesYear = columns.some(({ field }) => field === 'incomeYear');
  return {
    sheet: sheetText(preview, language),
    columns: columns.map(({ name, field }) => ({ name, meaning: meaningOf(name, field, language) })),
    unusedColumns: formatUnusedColumns(unusedColumns, language),
    year: fill(namesYear ? words.previewYearElse : words.previewYear, { year: incomeYear }),
    rates: withRates ? words.previewRates : null,
    lines: lines.map((line) => lineView(line, language)),
  };
}

function sheetText({ sheet }: FilePreview, language: Language): string | null {
  const { sheetRead, sheetReadOfOne, sheetReadOfSeveral } = filesTexts(language);
  if (sheet === null) return null;
  const text = [sheetRead, sheetReadOfOne][sheet.others] ?? sheetReadOfSeveral;
  return fill(text, { name: sheet.name, others: sheet.others });
}

function lineView(line: PreviewLine, language: Language) {
  const number = wholeNumber(line.line, language).text;
  if ('refused' in line) {
    // For the whole line, if no field is named.
    const reasons = line.refused.map(({ field, value, reason }) => ({ field, value, reason }));
    return { number, refused: { reasons }, calculated: null };
  }
  const { household, incomeYear, amountDue } = line;
  const calculated = {
    household: householdName(household, incomeYear, language),
    amountDue: euros(amountDue, language),
  };
  return { number, calculated, refused: null };
}

/** The field of a column, if it has another name. */
function meaningOf(name: string, field: string, language: Language): string | null {
  const own = fieldName(field as ColumnField, language);
  return own.toLowerCase() === name.toLowerCase() ? null : own;
}
