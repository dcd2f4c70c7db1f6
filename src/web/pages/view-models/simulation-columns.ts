import type { Language } from '../../../model/language.ts';
import type { NumberedSimulation } from '../../../model/sessions.ts';
import { euroChange, euros, rate } from '../format.ts';
import type { SimulationList } from '../simulation-list.ts';
import { listValues, optionalColumns, type SortKey } from '../simulation-order.ts';
import { fill } from '../texts/page-texts.ts';
import { simulationTexts } from '../texts/simulations-texts.ts';

/** A cell of the list of simulations. */
export interface Cell {
  readonly text: string;
  /** The amount for programs that read the page; null where the text is not an amount. */
  readonly raw: string | null;
  /** Cards on narrow screens leave it out. */
  readonly isZero: boolean;
  readonly isMain: boolean;
  readonly isMore: boolean;
  readonly isLess: boolean;
}

export interface Column {
  readonly label: string;
  /** What its heading sorts by; null where it does not sort. */
  readonly sort: SortKey | null;
  /** The name of the household says it already: cards and paper leave it out. */
  readonly isInName: boolean;
  readonly cell: (simulation: NumberedSimulation) => Cell;
}

/** The columns after the name, without the optional ones that have only zeros. */
export function columnsOf({ total, first, filled }: SimulationList, language: Language): readonly Column[] {
  const shown = (...keys: readonly SortKey[]) => keys.map((key) => column(key, language));
  return [
    ...shown('année', 'revenus', 'impôt', 'reste'),
    ...(first && total > 1 ? [differenceColumn(first, language)] : []),
    ...shown(...optionalColumns.filter((key) => filled.has(key))),
  ];
}

/** The columns whose cells are not plain amounts. */
const cells: Partial<Record<SortKey, (value: number, language: Language) => Cell>> = {
  année: (year) => textCell(String(year)),
  impôt: (amount, language) => ({ ...amountCell(amount, language), isZero: false, isMain: true }),
  taux: (value, language) => textCell(rate(value, language), value === 0),
};

const inName: readonly SortKey[] = ['année', 'revenus'];

function column(key: SortKey, language: Language): Column {
  const cell = cells[key] ?? amountCell;
  return {
    label: simulationTexts(language).columns[key],
    sort: key,
    isInName: inName.includes(key),
    cell: (simulation) => cell(listValues[key](simulation), language),
  };
}

/** The difference of the tax to that of the first simulation. */
function differenceColumn(first: NumberedSimulation, language: Language): Column {
  const { difference, reference } = simulationTexts(language);
  return {
    label: fill(difference, { id: first.id }),
    sort: null,
    isInName: false,
    cell: ({ id, result }) => {
      if (id === first.id) return textCell(reference, true);
      const change = result.amountDue - first.result.amountDue;
      const text = euroChange(change, language);
      return { ...textCell(text), raw: String(change), isMore: change > 0, isLess: change < 0 };
    },
  };
}

function amountCell(amount: number, language: Language): Cell {
  return { ...textCell(euros(amount, language), amount === 0), raw: String(amount) };
}

function textCell(text: string, isZero = false): Cell {
  return { text, raw: null, isZero, isMain: false, isMore: false, isLess: false };
}
