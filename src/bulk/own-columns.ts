import { knownName } from './fields.ts';
import { normalizeColumn } from './normalize-name.ts';
import { RESULT_BLOCKS } from './result-columns.ts';

/** The columns of a session's simulations as CSV; the names are those of the contract's objects (contract §1.3). */
export const SIMULATION_COLUMNS = [
  'id',
  'nom',
  'marié',
  'enfants',
  'salaire',
  'impôt',
  'surcôte',
  'taux',
  'décôte',
  'réduction',
  'situation',
  'parent_isolé',
  'enfants_garde_alternée',
  'salaire_1',
  'pension_1',
  'salaire_2',
  'pension_2',
  'année',
  'enfants_garde_exclusive',
  'méthode',
] as const;

/** More columns of a simulation of the whole return; read by name as in any file. */
export const RETURN_COLUMNS = ['résidence', 'cases'] as const;

/** The contract's short form: all children, all salaries. The columns that follow are more detailed. */
const SHORT_FORM: ReadonlySet<string> = new Set(['marié', 'enfants', 'salaire']);

/** Results, which are calculated again. */
const SIMULATED: ReadonlySet<string> = new Set([
  'impôt',
  'surcôte',
  'taux',
  'décôte',
  'réduction',
  'méthode',
]);

/** The other columns, kept when the results are calculated again. */
const CALCULATED_ANEW: readonly string[] = SIMULATION_COLUMNS.filter((name) => !SIMULATED.has(name));

/** The columns before each line in the report of refused lines. */
export const REPORT_COLUMNS = {
  fr: ['ligne refusée', 'raison du refus'],
  en: ['refused line', 'reason for refusal'],
} as const;

const OWN_NAMES: ReadonlySet<string> = new Set(
  [...RESULT_BLOCKS.flat(), ...REPORT_COLUMNS.fr, ...REPORT_COLUMNS.en].map(normalizeColumn),
);

/** Whether a column is one of a household, of results, or of the report of refused lines. */
export function isColumnName(name: string): boolean {
  return knownName(name) !== undefined || OWN_NAMES.has(keyOf(name));
}

/** The columns of a file that this program wrote, by position. */
export interface OwnColumns {
  /** Earlier results or reasons: the answer has new ones. */
  readonly outdated: ReadonlySet<number>;
  /** Columns that others repeat in more detail. */
  readonly repeated: ReadonlySet<number>;
}

/**
 * Finds in a header the columns that this program has written. Only whole groups count, in their order: a single column
 * with the name of a result belongs to the sender.
 */
export function ownColumns(names: readonly string[]): OwnColumns {
  const keys = names.map(keyOf);
  const outdated = [...RESULT_BLOCKS, REPORT_COLUMNS.fr, REPORT_COLUMNS.en].flatMap((block) => {
    const start = startOf(block, keys);
    return start < 0 ? [] : block.map((_, index) => start + index);
  });
  const simulations = [SIMULATION_COLUMNS, CALCULATED_ANEW].find((block) => startOf(block, keys) >= 0) ?? [];
  const start = startOf(simulations, keys);
  const ofSimulations = (names: ReadonlySet<string>) =>
    simulations.flatMap((name, index) => (names.has(name) ? [start + index] : []));
  return {
    outdated: new Set([...outdated, ...ofSimulations(SIMULATED)]),
    repeated: new Set(ofSimulations(SHORT_FORM)),
  };
}

function startOf(block: readonly string[], keys: readonly string[]): number {
  const wanted = block.map(keyOf);
  return keys.findIndex((_, start) => wanted.every((key, index) => keys[start + index] === key));
}

/** The name without the number added by {@link distinctNames}. */
function keyOf(name: string): string {
  return normalizeColumn(name.replace(/ \(\d{1,3}\)$/, ''));
}

/** Names for new columns that differ from the others: `impôt (2)` if there is an `impôt`. */
export function distinctNames(names: readonly string[], others: readonly string[]): readonly string[] {
  const taken = new Set(others.map(normalizeColumn));
  return names.map((name) => {
    let distinct = name;
    for (let number = 2; taken.has(normalizeColumn(distinct)); number++) distinct = `${name} (${number})`;
    return distinct;
  });
}
