import type { Language } from '../../../model/language.ts';
import type { NumberedSimulation } from '../../../model/sessions.ts';
import { incomeOf } from '../../../tax/return/household.ts';
import { euroChange, euros, rate } from '../format.ts';
import type { SimulationList } from '../simulation-list.ts';
import type { SortKey } from '../simulation-order.ts';
import { fill } from '../texts/page-texts.ts';
import { simulationTexts } from '../texts/simulations-texts.ts';

/** What a simulation says in one column of the list. */
export interface Cell {
  readonly text: string;
  /** For programs that read the page; null where the text is no amount. */
  readonly raw: string | null;
  /** Whether a card leaves it out, which has no columns to keep. */
  readonly isZero: boolean;
  readonly isMain: boolean;
  readonly isMore: boolean;
  readonly isLess: boolean;
}

export interface Column {
  readonly label: string;
  /** By what its heading sorts the list; null where it does not. */
  readonly sort: SortKey | null;
  /** Whether the name of a household says it: cards and paper have no room to say it twice. */
  readonly isTold: boolean;
  readonly cell: (simulation: NumberedSimulation) => Cell;
}

/** The columns behind the name; those in which every simulation of the list has a 0 are left out. */
export function columnsOf({ total, first, filled }: SimulationList, language: Language): readonly Column[] {
  const amount = (sort: SortKey, of: (simulation: NumberedSimulation) => number, isMain = false) =>
    column(sort, language, (each) => amountCell(of(each), language, isMain));
  const optional = [
    amount('décôte', ({ result }) => result.decote),
    amount('réduction', ({ result }) => result.reduction),
    amount('surcôte', ({ result }) => result.surcharge),
    column('taux', language, ({ result }) => textCell(rate(result.rate, language), result.rate === 0)),
  ];
  return [
    { ...column('année', language, ({ incomeYear }) => textCell(String(incomeYear))), isTold: true },
    { ...amount('revenus', ({ household }) => incomeOf(household)), isTold: true },
    amount('impôt', ({ result }) => result.amountDue, true),
    amount('reste', ({ household, result }) => incomeOf(household) - result.amountDue),
    ...(first && total > 1 ? [differenceColumn(first, language)] : []),
    ...optional.filter(({ sort }) => sort !== null && filled.has(sort)),
  ];
}

function column(sort: SortKey, language: Language, cell: Column['cell']): Column {
  return { label: simulationTexts(language).columns[sort], sort, isTold: false, cell };
}

/** The tax less that of the first simulation. */
function differenceColumn(first: NumberedSimulation, language: Language): Column {
  const { difference, reference } = simulationTexts(language);
  return {
    label: fill(difference, { id: first.id }),
    sort: null,
    isTold: false,
    cell: ({ id, result }) => {
      if (id === first.id) return textCell(reference, true);
      const change = result.amountDue - first.result.amountDue;
      const text = euroChange(change, language);
      return { ...textCell(text), raw: String(change), isMore: change > 0, isLess: change < 0 };
    },
  };
}

function amountCell(amount: number, language: Language, isMain: boolean): Cell {
  return { ...textCell(euros(amount, language), amount === 0 && !isMain), raw: String(amount), isMain };
}

function textCell(text: string, isZero = false): Cell {
  return { text, raw: null, isZero, isMain: false, isMore: false, isLess: false };
}
