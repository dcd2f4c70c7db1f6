import type { Language } from '../../../model/language.ts';
import { unlessImpossible } from '../../../tax/cannot-calculate.ts';
import { boxIssues } from '../../../tax/return/box-issues.ts';

import { compactNumber, euros } from '../format.ts';
import { fill } from '../texts/page-texts.ts';
import { pictureTexts } from '../texts/pictures-texts.ts';
import type { Computed } from '../view-models/computed.ts';
import { coordinate, WIDTH } from './picture.ts';

const HEIGHT = 280;
const BARS = { top: 34, bottom: 244 };
/** As a part of the width of a year. */
const BAR_WIDTH = 0.62;

/** The tax of the same household in every year that has its boxes; null for a single year. */
export function yearsPicture({ household, year, tax }: Computed, language: Language) {
  const texts = pictureTexts(language).years;
  const dues = tax.years.flatMap((incomeYear) => {
    const isFiled = boxIssues(household, incomeYear).length === 0;
    const result = isFiled ? unlessImpossible(() => tax.calculate(household, incomeYear)) : null;
    return result === null ? [] : [{ incomeYear, due: Math.max(0, result.amountDue) }];
  });
  if (dues.length < 2) return null;
  const ascending = dues.toSorted((a, b) => a.due - b.due);
  const highest = ascending.at(-1)?.due ?? 0;
  const room = WIDTH / dues.length;
  const description = fill(texts.description, {
    first: dues.at(0)?.incomeYear ?? '',
    last: dues.at(-1)?.incomeYear ?? '',
    least: ascending[0]?.incomeYear ?? '',
    most: ascending.at(-1)?.incomeYear ?? '',
  });
  return {
    title: texts.title,
    description: highest === 0 ? texts.untaxed : description,
    isUntaxed: highest === 0,
    height: HEIGHT,
    baseline: { y: BARS.bottom, end: WIDTH },
    bars: dues.map(({ incomeYear, due }, index) => {
      const height = highest === 0 ? 0 : coordinate(((BARS.bottom - BARS.top) * due) / highest);
      return {
        year: incomeYear,
        amount: compactNumber(due, language),
        isChosen: incomeYear === year.incomeYear,
        x: coordinate(room * (index + (1 - BAR_WIDTH) / 2)),
        width: coordinate(room * BAR_WIDTH),
        middle: coordinate(room * (index + 0.5)),
        y: BARS.bottom - height,
        height,
        amountY: coordinate(BARS.bottom - height - 9),
        yearY: BARS.bottom + 24,
      };
    }),
    table: {
      columns: texts.columns,
      rows: dues.map(({ incomeYear, due }) => ({ name: String(incomeYear), cells: [euros(due, language)] })),
    },
  };
}
