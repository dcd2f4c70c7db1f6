import type { Language } from '../model/language.ts';
import type { Household } from '../tax/return/household.ts';
import type { TaxCalculator } from '../tax/tax-calculator.ts';
import { calculateCsv } from './calculate-csv.ts';
import type { WrongLine } from './csv-issues.ts';
import type { ColumnField } from './fields.ts';

export interface PreviewOptions {
  readonly calculator: TaxCalculator;
  readonly defaultIncomeYear: number;
  readonly language: Language;
  readonly withRates: boolean;
  /** Lines that are looked at. */
  readonly most: number;
  readonly signal?: AbortSignal;
}

/** A column that is used, and what for. */
export interface UsedColumn {
  readonly name: string;
  readonly field: ColumnField;
}

/** A household with its result. */
export interface CalculatedLine {
  readonly line: number;
  readonly household: Household;
  readonly incomeYear: number;
  /** Whole euros. */
  readonly amountDue: number;
}

/** What would be made of a file. */
export interface CsvPreview {
  readonly columns: readonly UsedColumn[];
  readonly unusedColumns: readonly string[];
  readonly lines: readonly (CalculatedLine | WrongLine)[];
}

/**
 * Looks at the first lines of a file, and reads no more of it than they need.
 *
 * @throws {UnusableFile}
 */
export async function previewCsv(
  input: AsyncIterable<Uint8Array>,
  { calculator, most, ...options }: PreviewOptions,
): Promise<CsvPreview> {
  const lines: (CalculatedLine | WrongLine)[] = [];
  let columns: readonly UsedColumn[] = [];
  let unusedColumns: readonly string[] = [];

  const calculation = calculateCsv(input, {
    ...options,
    calculator,
    onHeader({ columns: used, pay, unused }) {
      const payColumn = pay === null ? [] : [{ name: pay.name, field: 'monthlyPay' as const }];
      columns = [...used.map(({ name, field }) => ({ name, field })), ...payColumn];
      unusedColumns = unused;
    },
    onHousehold(line, { household, incomeYear }) {
      if (lines.length >= most) return;
      const { amountDue } = calculator.calculate(household, incomeYear);
      lines.push({ line, household, incomeYear, amountDue });
    },
    onWrongLine(wrong) {
      if (lines.length < most) lines.push(wrong);
    },
  });
  for await (const _ of calculation) if (lines.length >= most) break;
  return { columns, unusedColumns, lines };
}
