import { cellOf } from '../../../bulk/cells.ts';
import { SIMULATION_COLUMNS } from '../../../bulk/own-columns.ts';
import type { NumberedSimulation } from '../../../model/sessions.ts';
import type { Language } from '../../messages/message.ts';
import { detailedSimulationObject } from './detailed-simulation.ts';

/** What spreadsheets of a language take for the end of a cell. */
const separators = { fr: ';', en: ',' } as const satisfies Record<Language, string>;
/** By which spreadsheets know UTF-8. */
const BYTE_ORDER_MARK = '\ufeff';

interface Format {
  readonly type: string;
  readonly write: (simulations: readonly NumberedSimulation[], language: Language) => string;
}

/** The files that the list of simulations can be saved as; the names are the wire's (contract §1.3). */
export const exportFormats = {
  csv: { type: 'text/csv; charset=utf-8', write: toCsv },
  json: {
    type: 'application/json; charset=utf-8',
    write: (simulations) => JSON.stringify(simulations.map(exported), null, 2),
  },
} as const satisfies Record<string, Format>;

export type ExportFormat = keyof typeof exportFormats;

function exported(simulation: NumberedSimulation) {
  const { id, ...rest } = detailedSimulationObject(simulation);
  return {
    id,
    nom: simulation.label ?? '',
    ...rest,
    // `enfants` counts those of both kinds.
    enfants_garde_exclusive: simulation.household.children,
    méthode: simulation.method,
  };
}

/** Each of them is a member of what is exported. */
const COLUMNS: readonly (keyof ReturnType<typeof exported>)[] = SIMULATION_COLUMNS;

/** The header stands there without lines too. */
function toCsv(simulations: readonly NumberedSimulation[], language: Language): string {
  const separator = separators[language];
  const write = cellText(language);
  const rows = simulations.map(exported).map((row) => COLUMNS.map((column) => write(row[column])));
  const lines = [COLUMNS, ...rows];
  return (
    BYTE_ORDER_MARK +
    lines.map((cells) => `${cells.map((each) => cellOf(each, separator)).join(separator)}\r\n`).join('')
  );
}

/** Spreadsheets in French have a decimal comma. */
function cellText(language: Language) {
  return (value: string | number): string =>
    typeof value === 'number' && language === 'fr' ? String(value).replace('.', ',') : String(value);
}
