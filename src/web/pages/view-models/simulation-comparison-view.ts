import type { Language } from '../../../model/language.ts';
import type { NumberedSimulation } from '../../../model/sessions.ts';
import { incomeOf, inShort } from '../../../tax/return/household.ts';

import { euroChange, euros, rate } from '../format.ts';
import { fill } from '../texts/page-texts.ts';
import { simulationTexts } from '../texts/simulations-texts.ts';

interface Cell {
  readonly text: string;
  /** The difference to the first simulation; empty in its own column, and where there is none. */
  readonly difference: string;
}

/** Simulations side by side, with what the amounts of each differ by from the first one's. */
export function comparisonView(compared: readonly NumberedSimulation[], language: Language) {
  const texts = simulationTexts(language);
  const words = (label: string, of: (simulation: NumberedSimulation) => string) => ({
    label,
    cells: compared.map((each): Cell => ({ text: of(each), difference: '' })),
  });
  const amounts = (label: string, of: (simulation: NumberedSimulation) => number) => ({
    label,
    cells: compared.map((each, index): Cell => {
      const difference = of(each) - of(compared[0] ?? each);
      return {
        text: euros(of(each), language),
        difference: index > 0 && difference !== 0 ? euroChange(difference, language) : '',
      };
    }),
  });
  return {
    columns: compared.map(({ id, label }) => ({ title: fill(texts.simulation, { id }), label: label ?? '' })),
    rows: [
      words(texts.situation, ({ household }) => texts.situations[household.situation]),
      words(texts.children, ({ household }) => String(inShort(household).children)),
      words(texts.incomeYear, ({ incomeYear }) => String(incomeYear)),
      amounts(texts.income, ({ household }) => incomeOf(household)),
      amounts(texts.amountDue, ({ result }) => result.amountDue),
      amounts(texts.afterTax, ({ household, result }) => incomeOf(household) - result.amountDue),
      words(texts.rate, ({ result }) => rate(result.rate, language)),
    ],
  };
}
