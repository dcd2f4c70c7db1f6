import { closestMatch } from 'leven';
import type { Language } from '../model/language.ts';
import { type Suspect, UnusableFile } from './csv-issues.ts';
import type { Column } from './fields.ts';
import { type Field, isIncome, KNOWN_KEYS, type KnownName, knownName, otherAmount } from './fields.ts';
import { normalizeColumn } from './normalize-name.ts';
import { ownColumns } from './own-columns.ts';
import { isPayColumn, type PayColumn } from './pay-column.ts';
import { RESULT_BLOCKS } from './result-columns.ts';

/** What the first line says about all lines. */
export interface Layout {
  /** The columns that say something of the household. */
  readonly columns: readonly Column[];
  /** A month's pay, where rates of withholding are asked for. */
  readonly pay: PayColumn | null;
  /** The names of the others, which are kept and say nothing of it. */
  readonly unused: readonly string[];
  /** As they are to be written, results of an earlier calculation left out. */
  readonly passthrough: readonly { readonly name: string; readonly position: number }[];
  /** How many cells each line has. */
  readonly width: number;
  /** In which the columns are named; null when their names are the same in both. */
  readonly language: Language | null;
  /** Whether the first line is a line like the others. */
  readonly hasHeader: boolean;
}

/** The original `taxpayersdata.txt` has no header (contract §10). */
const ORIGINAL_COLUMNS = ['id', 'marié', 'enfants', 'salaire'];

/** They are no misspelt names of fields. */
const RESULT_NAMES: ReadonlySet<string> = new Set(RESULT_BLOCKS.flat());

/** A name of its own that is shorter may be this near to a known one by chance. */
const SHORTEST_MISSPELT = 5;
/** Letters that are wrong in a name that was meant for a known one. */
const MISSPELT = 2;

/**
 * Finds out what the cells of the first line name, or that the file is a `taxpayersdata.txt`.
 *
 * @param withRates whether a month's pay says something
 * @throws {UnusableFile} when nothing is named that could be calculated with, or in a way that would lose values
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

/** Whether a name was probably meant for a field that no other column has. */
function isMisspelt(name: string, named: ReadonlySet<Field>): boolean {
  if (name.length < SHORTEST_MISSPELT || RESULT_NAMES.has(name)) return false;
  const known = nearestName(name, MISSPELT);
  return known !== undefined && !otherAmount(name) && !named.has(meaning(known.field));
}

/** Two columns may not say the same thing in two ways. */
function meaning(field: Field): Field {
  return field === 'married' ? 'status' : field;
}

function suspect(column: string): Suspect {
  const kind = otherAmount(column);
  const nearest = kind || RESULT_NAMES.has(column) ? undefined : nearestName(column);
  return { column, nearest: nearest?.name ?? null, otherAmount: kind };
}

/** The known name that takes the fewest letters to write, within `most`. */
function nearestName(name: string, most = Math.floor(name.length / 2)): KnownName | undefined {
  const nearest = closestMatch(normalizeColumn(name), KNOWN_KEYS, { maxDistance: most });
  return nearest === undefined ? undefined : knownName(nearest);
}
