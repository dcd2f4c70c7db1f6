import { closestMatch } from 'leven';
import { type Suspect, UnusableFile } from './faults.ts';
import { type Field, KNOWN_NAMES, type KnownName } from './fields.ts';
import type { Column } from './household.ts';
import { plainName } from './plain-name.ts';
import { RESULT_NAMES } from './results.ts';

export type Language = 'fr' | 'en';

/** What the first line says about all lines. */
export interface Layout {
  /** The columns that say something of the household. */
  readonly columns: readonly Column[];
  /** As they are to be written, results of an earlier calculation left out. */
  readonly carried: readonly { readonly name: string; readonly position: number }[];
  /** How many cells each line has. */
  readonly width: number;
  /** In which the columns are named; null when their names are the same in both. */
  readonly language: Language | null;
  /** Whether the first line is a line like the others. */
  readonly hasHeader: boolean;
}

/** The original `taxpayersdata.txt` has no header (contract §10). */
const ORIGINAL_COLUMNS = ['id', 'marié', 'enfants', 'salaire'];

/** A name of its own that is shorter may be this near to a known one by chance. */
const SHORTEST_MISSPELT = 5;
/** Letters that are wrong in a name that was meant for a known one. */
const MISSPELT = 2;

/**
 * Finds out what the cells of the first line name, or that the file is a `taxpayersdata.txt`.
 *
 * @throws {UnusableFile} when nothing is named that could be calculated with, or in a way that would lose values
 */
export function layoutOf(cells: readonly string[]): Layout {
  const isOriginal = /^\s*\d+\s*$/.test(cells[0] ?? '');
  return isOriginal
    ? { ...headerLayout(ORIGINAL_COLUMNS), hasHeader: false }
    : headerLayout(cells.map((cell) => cell.trim()));
}

function headerLayout(names: readonly string[]): Layout {
  const columns: Column[] = [];
  const strangers: string[] = [];
  const languages = new Set<Language>(['fr', 'en']);
  names.forEach((name, position) => {
    const known = KNOWN_NAMES.get(plainName(name));
    if (!known) {
      strangers.push(name);
      return;
    }
    columns.push({ field: known.field, position, name });
    for (const language of languages) if (!known.languages.includes(language)) languages.delete(language);
  });
  refuseUnusable(columns, strangers);
  const [language = null, other] = languages;
  return {
    columns,
    carried: names
      .map((name, position) => ({ name, position }))
      .filter(({ name }) => !RESULT_NAMES.has(name)),
    width: names.length,
    language: other === undefined ? language : null,
    hasHeader: true,
  };
}

function refuseUnusable(columns: readonly Column[], strangers: readonly string[]): void {
  if (columns.length === 0)
    throw new UnusableFile({ code: 'noKnownColumn', columns: strangers.map(suspect) });
  for (const [index, { field, name }] of columns.entries()) {
    const twin = columns.slice(index + 1).find((other) => meaning(other.field) === meaning(field));
    if (twin) throw new UnusableFile({ code: 'columnTwice', columns: [name, twin.name] });
  }
  const named = new Set(columns.map(({ field }) => meaning(field)));
  const misspelt = strangers.filter((name) => {
    const known = nearestName(name, MISSPELT);
    return known !== null && name.length >= SHORTEST_MISSPELT && !named.has(meaning(known.field));
  });
  if (misspelt.length > 0) throw new UnusableFile({ code: 'misspeltColumn', columns: misspelt.map(suspect) });
}

/** Two columns may not say the same thing in two ways. */
function meaning(field: Field): Field {
  return field === 'married' ? 'status' : field;
}

function suspect(column: string): Suspect {
  return { column, nearest: nearestName(column)?.name ?? null };
}

/** The known name that takes the fewest letters to write, within `most`. */
function nearestName(name: string, most = Math.floor(name.length / 2)): KnownName | null {
  if (RESULT_NAMES.has(name)) return null;
  const nearest = closestMatch(plainName(name), [...KNOWN_NAMES.keys()], { maxDistance: most });
  return KNOWN_NAMES.get(nearest ?? '') ?? null;
}
