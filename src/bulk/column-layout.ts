import { closestMatch } from 'leven';
import type { Language } from '../model/language.ts';
import { type Suspect, UnusableFile } from './csv-issues.ts';
import type { Column } from './fields.ts';
import { type Field, isIncome, KNOWN_KEYS, type KnownName, knownName, otherAmount } from './fields.ts';
import { normalizeColumn } from './normalize-name.ts';
import { ownColumns } from './own-columns.ts';
import { isPayColumn, type PayColumn } from './pay-column.ts';
import { RESULT_BLOCKS } from './result-columns.ts';

/** What the first line tells about all lines. */
export interface Layout {
  /** The columns with a meaning for the household. */
  readonly columns: readonly Column[];
  /** A month's pay, where rates of withholding are wanted. */
  readonly pay: PayColumn | null;
  /** The names of the other columns, which are kept as they are. */
  readonly unused: readonly string[];
  /** The columns to write, without the results of an earlier calculation. */
  readonly passthrough: readonly { readonly name: string; readonly position: number }[];
  /** How many cells each line has. */
  readonly width: number;
  /** The language of the column names; null when they are the same in both. */
  readonly language: Language | null;
  /** Whether the first line is a line like the others. */
  readonly hasHeader: boolean;
}

/** The original `taxpayersdata.txt` has no header (contract §10). */
const ORIGINAL_COLUMNS = ['id', 'marié', 'enfants', 'salaire'];

/** These are not misspelt names of fields. */
const RESULT_NAMES: ReadonlySet<string> = new Set(RESULT_BLOCKS.flat());

/** A shorter name may resemble a known one by chance. */
const SHORTEST_MISSPELT = 5;
/** Wrong letters in a misspelt name, at most. */
const MISSPELT = 2;

/**
 * Finds out what the cells of the first line name, or that the file is a `taxpayersdata.txt`.
 *
 * @param withRates whether a month's pay has a meaning
 * @throws {UnusableFile} when no column can be used for a calculation, or when values would be lost
 */
export function layoutOf(cells: readonly string[], withRates = false): Layout {
  const isOriginal = /^\s*\d+\s*$/.test(cells[0] ?? '');
  return isOriginal
    ? { ...headerLayout(ORIGINAL_COLUMNS, withRates), hasHeader: false }
    : headerLayout(
        cells.map((cell) => cell.trim()),
        withRates,
      );
}

function headerLayout(names: readonly string[], withRates: boolean): Layout {
  const { outdated, repeated } = ownColumns(names);
  const passthrough = names
    .map((name, position) => ({ name, position }))
    .filter(({ position }) => !outdated.has(position));
  const read = passthrough.filter(({ position }) => !repeated.has(position));
  const columns = read.flatMap(({ name, position }) => {
    const known = knownName(name);
    return known ? [{ field: known.field, position, name }] : [];
  });
  const pay = (withRates && read.find(({ name }) => isPayColumn(name))) || null;
  const unused = read
    .filter((column) => column !== pay && column.name !== '' && !knownName(column.name))
    .map(({ name }) => name);
  refuseUnusable(columns, unused);
  const language = languageOf(columns);
  return { columns, pay, unused, passthrough, width: names.length, language, hasHeader: true };
}

/** The only language in which all columns are known. */
function languageOf(columns: readonly Column[]): Language | null {
  const [language = null, other] = (['fr', 'en'] as const).filter((each) =>
    columns.every(({ name }) => knownName(name)?.languages.includes(each)),
  );
  return other === undefined ? language : null;
}

function refuseUnusable(columns: readonly Column[], strangers: readonly string[]): void {
  const suspects = strangers.map(suspect);
  if (columns.length === 0 && !suspects.some((each) => each.otherAmount))
    throw new UnusableFile({ code: 'noKnownColumn', columns: suspects });
  for (const [index, { field, name }] of columns.entries()) {
    const twin = columns.slice(index + 1).find((other) => meaning(other.field) === meaning(field));
    if (twin) throw new UnusableFile({ code: 'columnTwice', columns: [name, twin.name] });
  }
  const named = new Set(columns.map(({ field }) => meaning(field)));
  const misspelt = strangers.filter((name) => isMisspelt(name, named));
  if (misspelt.length > 0) throw new UnusableFile({ code: 'misspeltColumn', columns: misspelt.map(suspect) });
  if (![...named].some(isIncome)) throw new UnusableFile({ code: 'noIncomeColumn', columns: suspects });
}

/** Whether a name is probably a misspelt field that no other column has. */
function isMisspelt(name: string, named: ReadonlySet<Field>): boolean {
  if (name.length < SHORTEST_MISSPELT || RESULT_NAMES.has(name)) return false;
  const known = nearestName(name, MISSPELT);
  return known !== undefined && !otherAmount(name) && !named.has(meaning(known.field));
}

/** Two columns must not have the same meaning. */
function meaning(field: Field): Field {
  return field === 'married' ? 'status' : field;
}

function suspect(column: string): Suspect {
  const kind = otherAmount(column);
  const nearest = kind || RESULT_NAMES.has(column) ? undefined : nearestName(column);
  return { column, nearest: nearest?.name ?? null, otherAmount: kind };
}

/** The nearest known name by edit distance, within `most` letters. */
function nearestName(name: string, most = Math.floor(name.length / 2)): KnownName | undefined {
  const nearest = closestMatch(normalizeColumn(name), KNOWN_KEYS, { maxDistance: most });
  return nearest === undefined ? undefined : knownName(nearest);
}
