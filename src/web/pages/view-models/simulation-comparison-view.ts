import type { Language } from '../../../model/language.ts';
import type { NumberedSimulation } from '../../../model/sessions.ts';
import type { Box } from '../../../tax/return/boxes.ts';
import type { OtherBoxes } from '../../../tax/return/field-boxes.ts';
import { incomeOf } from '../../../tax/return/household.ts';
import { BOX_FIELDS } from '../field-names.ts';
import { euroChange, euros, rate } from '../format.ts';
import { fill, textsIn } from '../texts/page-texts.ts';
import { returnFormTexts } from '../texts/return-form-texts.ts';
import { simulationTexts } from '../texts/simulations-texts.ts';
import { householdName } from './household-name.ts';
import { boxLabel } from './return-form-view.ts';

const NOTHING = '–';

type Compared = readonly NumberedSimulation[];

/** A line of the comparison: an amount, with its differences, or words. */
interface Line {
  readonly label: string;
  /** The line is left out where this is false for all simulations. */
  readonly isSaid?: (simulation: NumberedSimulation) => boolean;
  readonly amount?: (simulation: NumberedSimulation) => number;
  readonly words?: (simulation: NumberedSimulation) => string;
}

interface Cell {
  readonly text: string;
  /** The difference to the first simulation; empty in its own column, and where it is 0. */
  readonly difference: string;
}

interface Row {
  readonly label: string;
  readonly cells: readonly Cell[];
  readonly isAmount: boolean;
  /** Whether it is the same for all of them. */
  readonly isSame: boolean;
}

/** Simulations side by side, with the differences of amounts to the first one. */
export function comparisonView(compared: Compared, language: Language) {
  const { simulation } = simulationTexts(language);
  const rows = [...householdLines(language), ...boxLines(language), ...resultLines(language)]
    .filter(({ isSaid }) => isSaid === undefined || compared.some(isSaid))
    .map((line) => rowOf(line, compared, language));
  return {
    count: compared.length,
    columns: compared.map(({ id, label, household, incomeYear }) => ({
      name: label ?? householdName(household, incomeYear, language),
      number: fill(simulation, { id }),
    })),
    rows,
    hasSame: rows.some(({ isSame }) => isSame),
  };
}

function householdLines(language: Language): readonly Line[] {
  const texts = simulationTexts(language);
  const { residences } = returnFormTexts(language);
  return [
    { label: texts.situation, words: ({ household }) => texts.situations[household.situation] },
    {
      label: texts.singleParent,
      isSaid: ({ household }) => household.singleParent,
      words: ({ household }) => yesOrNo(household.singleParent, language),
    },
    { label: texts.children, words: ({ household }) => String(household.children) },
    {
      label: texts.sharedChildren,
      isSaid: ({ household }) => household.sharedCustodyChildren > 0,
      words: ({ household }) => String(household.sharedCustodyChildren),
    },
    {
      label: texts.residence,
      isSaid: ({ household }) => household.residence !== undefined,
      words: ({ household }) => residences[household.residence ?? 'metropole'],
    },
    { label: texts.incomeYear, words: ({ incomeYear }) => String(incomeYear) },
    { label: texts.income, amount: ({ household }) => incomeOf(household) },
  ];
}

function boxLines(language: Language): readonly Line[] {
  return BOX_FIELDS.map((box) => ({
    label: `${boxLabel(box, language)} (${box.code})`,
    isSaid: (simulation) => boxValue(box, simulation) > 0,
    ...boxContent(box, language),
  }));
}

function boxContent(box: Box, language: Language): Pick<Line, 'amount' | 'words'> {
  if (box.row.kind === 'euros') return { amount: (each) => boxValue(box, each) };
  if (box.row.kind === 'tick') return { words: (each) => yesOrNo(boxValue(box, each) > 0, language) };
  return { words: (each) => String(boxValue(box, each) || NOTHING) };
}

function boxValue({ code }: Box, { household }: NumberedSimulation): number {
  return household.boxes?.[code as keyof OtherBoxes] ?? 0;
}

function resultLines(language: Language): readonly Line[] {
  const texts = simulationTexts(language);
  return [
    { label: texts.amountDue, amount: ({ result }) => result.amountDue },
    { label: texts.afterTax, amount: ({ household, result }) => incomeOf(household) - result.amountDue },
    { label: texts.rate, words: ({ result }) => rate(result.rate, language) },
  ];
}

function yesOrNo(is: boolean, language: Language): string {
  const { yes, no } = textsIn(language);
  return is ? yes : no;
}

function rowOf({ label, amount, words }: Line, compared: Compared, language: Language): Row {
  const cells = amount
    ? amountCells(compared.map(amount), language)
    : compared.map((each) => cell(words?.(each) ?? ''));
  return {
    label,
    cells,
    isAmount: amount !== undefined,
    isSame: new Set(cells.map(({ text }) => text)).size === 1,
  };
}

function amountCells(amounts: readonly number[], language: Language): readonly Cell[] {
  return amounts.map((amount) => {
    const change = amount - (amounts[0] ?? amount);
    return cell(euros(amount, language), change === 0 ? '' : euroChange(change, language));
  });
}

function cell(text: string, difference = ''): Cell {
  return { text, difference };
}
