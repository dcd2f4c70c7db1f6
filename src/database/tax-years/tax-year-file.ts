import { type Document, LineCounter, parseDocument, stringify } from 'yaml';
import type { CourseConstants, TaxYear } from '../../tax/tax-year.ts';
import { isAdminData, parseAdminData } from './admin-data.ts';
import { InvalidTaxYear } from './invalid-tax-year.ts';
import { parseTaxYear, pathName } from './parse.ts';

/** What a file brings: a whole tax year, or the earlier application's constants, which do not name their year. */
export type TaxYearFile =
  | { readonly kind: 'tax-year'; readonly year: TaxYear }
  | { readonly kind: 'admin-data'; readonly course: CourseConstants };

/**
 * Reads a tax year in YAML, or the earlier application's `admindata.json`.
 *
 * @param name the file's name, for the message
 * @throws InvalidTaxYear with every fault and its line
 */
export function parseTaxYearFile(text: string, name: string): TaxYearFile {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  const whereIs = placeIn(document, lines, name);
  if (document.errors.length > 0) {
    const faults = document.errors.map(({ pos, message }) => ({
      where: place(name, lines, pos[0]),
      message,
    }));
    throw new InvalidTaxYear(name, faults);
  }
  const values = toValues(document, name);
  if (isAdminData(values)) return { kind: 'admin-data', course: parseAdminData(values, name, whereIs) };
  return { kind: 'tax-year', year: parseTaxYear(values, name, whereIs) };
}

/** The tax year as a file that {@link parseTaxYearFile} reads. */
export function formatTaxYear(year: TaxYear): string {
  return `# Incomes of ${year.incomeYear}. Whole euros; rates as fractions.\n${stringify(year, { lineWidth: 0 })}`;
}

/** Aliases that lead nowhere, or multiply without end, show up only here. */
function toValues(document: Document, name: string): unknown {
  try {
    return document.toJS();
  } catch (error) {
    throw new InvalidTaxYear(name, [{ where: name, message: (error as Error).message }]);
  }
}

/** Finds a path of the values in the file; what is missing is looked for where it should be. */
function placeIn(document: Document, lines: LineCounter, name: string) {
  return (path: readonly PropertyKey[]): string => {
    for (let length = path.length; length >= 0; length--) {
      const node = document.getIn(path.slice(0, length), true) as { range?: [number] } | undefined;
      if (node?.range) return `${place(name, lines, node.range[0])}: ${pathName(path)}`;
    }
    return pathName(path);
  };
}

function place(name: string, lines: LineCounter, offset: number): string {
  const { line, col } = lines.linePos(offset);
  return `${name}:${line}:${col}`;
}
