import type { Language } from '../../../model/language.ts';
import type { Plan } from '../../../tax/withholding/plan.ts';
import { compactEuros, euros, monthLetter, monthName } from '../format.ts';
import { fill } from '../texts/page-texts.ts';
import { withholdingTexts } from '../texts/withholding-texts.ts';
import { coordinate, type PictureView, roundUp, WIDTH } from './picture.ts';

const HEIGHT = 264;
const PLOT = { left: 76, top: 14, bottom: 228 };
const TICKS = 4;
/** As a part of the width of a month. */
const BAR_WIDTH = 0.66;

/** The withholding month by month, on top of the months before, up to the tax of the year. */
export function monthsPicture(plan: Plan, amountDue: number, kind: string, language: Language) {
  const { months, withheldInYear } = plan;
  const highest = Math.max(withheldInYear, amountDue);
  const y = (amount: number) =>
    coordinate(PLOT.bottom - ((PLOT.bottom - PLOT.top) * amount) / Math.max(1, highest));
  const room = (WIDTH - PLOT.left) / months.length;
  return {
    ...describe(plan, amountDue, kind, language),
    legend: legendOf(amountDue, language),
    isDrawn: withheldInYear > 0,
    height: HEIGHT,
    ticks: ticks(highest).map((amount) => ({
      y: y(amount),
      textY: y(amount) + 6,
      textX: PLOT.left - 10,
      left: PLOT.left,
      right: WIDTH,
      label: compactEuros(amount, language),
    })),
    bars: months.map(({ month, withheld, withheldSoFar }, index) => {
      const before = y(withheldSoFar - withheld);
      const now = y(withheldSoFar);
      return {
        letter: monthLetter(month, language),
        x: coordinate(PLOT.left + room * (index + (1 - BAR_WIDTH) / 2)),
        width: coordinate(room * BAR_WIDTH),
        middle: coordinate(PLOT.left + room * (index + 0.5)),
        beforeY: before,
        beforeHeight: coordinate(PLOT.bottom - before),
        nowY: now,
        nowHeight: coordinate(before - now),
        letterY: PLOT.bottom + 24,
      };
    }),
    due: amountDue > 0 ? { y: y(amountDue), left: PLOT.left, right: WIDTH } : null,
  };
}

/** From 0 up to the highest amount. */
function ticks(highest: number): number[] {
  if (highest <= 0) return [];
  const step = roundUp(highest / TICKS);
  return Array.from({ length: Math.floor(highest / step) + 1 }, (_, index) => index * step);
}

function legendOf(amountDue: number, language: Language) {
  const { thisMonth, monthsBefore, taxOfYear } = withholdingTexts(language).picture;
  return {
    thisMonth,
    monthsBefore,
    due: amountDue > 0 ? fill(taxOfYear, { amount: euros(amountDue, language) }) : null,
  };
}

function describe(plan: Plan, amountDue: number, kind: string, language: Language): PictureView {
  const words = withholdingTexts(language);
  const { months, withheldInYear } = plan;
  const title = fill(words.monthsCaption, { kind: kind.toLowerCase() });
  return {
    title,
    description: fill(words.picture.description, {
      month: euros(months[0]?.withheld ?? 0, language),
      from: monthName(months[0]?.month ?? '', language),
      to: monthName(months.at(-1)?.month ?? '', language),
      year: euros(withheldInYear, language),
      tax: euros(Math.max(0, amountDue), language),
    }),
    table: {
      columns: [words.month, words.withheld, words.remaining, words.soFar],
      rows: months.map(({ month, withheld, remaining, withheldSoFar }) => ({
        name: monthName(month, language),
        cells: [withheld, remaining, withheldSoFar].map((amount) => euros(amount, language)),
      })),
    },
  };
}
