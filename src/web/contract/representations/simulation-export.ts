import { RETURN_COLUMNS, SIMULATION_COLUMNS } from '../../../bulk/own-columns.ts';
import { cellOf } from '../../../csv/cells.ts';
import type { Language } from '../../../model/language.ts';
import type { NumberedSimulation } from '../../../model/sessions.ts';
import { postedResidence } from '../../pages/field-names.ts';
import { detailedSimulationObject } from './detailed-simulation.ts';

/** The cell separators of spreadsheets in each language. */
const separators = { fr: ';', en: ',' } as const satisfies Record<Language, string>;
/** Spreadsheets need it to read UTF-8. */
const BYTE_ORDER_MARK = '\ufeff';

type Chunks = AsyncIterable<readonly NumberedSimulation[]>;

interface Format {
  readonly type: string;
  readonly write: (simulations: Chunks, language: Language) => AsyncIterable<string>;
}

/** The file formats of the list of simulations; the names are the wire's (contract §1.3). */
export const exportFormats = {
  csv: { type: 'text/csv; charset=utf-8', write: toCsv },
  json: { type: 'application/json; charset=utf-8', write: toJson },
} as const satisfies Record<string, Format>;

export type ExportFormat = keyof typeof exportFormats;

function exported(simulation: NumberedSimulation) {
  const { id, ...rest } = detailedSimulationObject(simulation);
  return {
    id,
    nom: simulation.label ?? '',
    ...rest,
    // `enfants` includes both kinds.
    enfants_garde_exclusive: simulation.household.children,
    méthode: simulation.method,
    ...returnOf(simulation),
  };
}

/** The other fields of the household's return, as files of households have them. */
function returnOf({ household: { boxes = {}, residence } }: NumberedSimulation) {
  return {
    résidence: postedResidence(residence),
    cases: Object.entries(boxes)
      .map(([code, value]) => `${code}=${value}`)
      .join(' '),
  };
}

/** Each is a member of the exported object. */
const COLUMNS: readonly (keyof ReturnType<typeof exported>)[] = [...SIMULATION_COLUMNS, ...RETURN_COLUMNS];

/** In the format of `JSON.stringify` with an indentation. */
async function* toJson(simulations: Chunks): AsyncGenerator<string> {
  let before = '[\n  ';
  for await (const chunk of simulations) {
    const items = chunk.map((each) => JSON.stringify(exported(each), null, 2).replaceAll('\n', '\n  '));
    yield before + items.join(',\n  ');
    before = ',\n  ';
  }
  yield before.startsWith('[') ? '[]' : '\n]';
}

/** The header is written also without lines. */
async function* toCsv(simulations: Chunks, language: Language): AsyncGenerator<string> {
  const separator = separators[language];
  const write = cellText(language);
  const line = (cells: readonly string[]) =>
    `${cells.map((each) => cellOf(each, separator)).join(separator)}\r\n`;
  yield BYTE_ORDER_MARK + line(COLUMNS);
  for await (const chunk of simulations) {
    const rows = chunk.map(exported).map((row) => COLUMNS.map((column) => write(row[column])));
    yield rows.map(line).join('');
  }
}

/** French spreadsheets have a decimal comma. */
function cellText(language: Language) {
  return (value: string | number): string =>
    typeof value === 'number' && language === 'fr' ? String(value).replace('.', ',') : String(value);
}
