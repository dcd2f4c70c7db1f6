import { type CsvCalculation, type CsvOptions, calculateCsv } from '../../src/bulk/calculate-csv.ts';
import { createTaxCalculator } from '../../src/tax/tax-calculator.ts';
import { taxYears } from '../tax/fixtures.ts';

export const calculator = createTaxCalculator({ method: 'official', years: taxYears() });

async function* stream(chunks: Iterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  yield* chunks;
}

/** The whole answer to a file, as bytes and text, and the report. */
export async function calculate(
  file: string | Uint8Array | Iterable<Uint8Array>,
  options: Partial<CsvOptions> = {},
): Promise<{ text: string; lines: string[]; report: CsvCalculation['report'] }> {
  const chunks = typeof file === 'string' ? [Buffer.from(file)] : file instanceof Uint8Array ? [file] : file;
  const calculation = calculateCsv(stream(chunks), { calculator, language: 'en', ...options });
  const answer: Uint8Array[] = [];
  for await (const bytes of calculation) answer.push(bytes);
  const text = Buffer.concat(answer).toString('utf8');
  return { text, lines: text.split('\n').slice(0, -1), report: calculation.report };
}
