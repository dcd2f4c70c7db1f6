import type { Language } from '../../../model/language.ts';
import type { BracketAmount, ScaleStep } from '../../../tax/explanation/explanation-steps.ts';

import { euros, fittingEuros, rate } from '../format.ts';
import { fill } from '../texts/page-texts.ts';
import { pictureTexts } from '../texts/pictures-texts.ts';
import type { Computed } from '../view-models/computed.ts';
import { bracketName, ofHousehold } from '../view-models/explanation-view.ts';
import { shares } from '../view-models/step-words.ts';
import { coordinate, type PictureView } from './picture.ts';

const ROW_HEIGHT = 56;
const HIGHEST_LEVEL = 4;
const TRACK = { x: 76, width: 350 };
/** How full the last bracket is drawn, which has no end: half when it holds as much as all below it. */
const openEnd = (amount: number, below: number) => (amount === 0 ? 0 : amount / (amount + below));

/** How the income fills the brackets of the scale; null where there is no scale to fill. */
export function bracketsPicture(computed: Computed, language: Language) {
  if (computed.method !== 'official') return null;
  const { year, explanation } = computed;
  const scale = explanation.steps.find((step): step is ScaleStep => step.id === 'scale');
  if (!scale || scale.brackets.length === 0) return null;
  const brackets = year.brackets.map(({ from, rate }, index) => {
    const empty = { from, to: year.brackets[index + 1]?.from ?? null, rate, amount: 0, tax: 0 };
    return ofHousehold(scale.brackets[index] ?? empty, scale.shares);
  });
  return {
    ...describe(brackets, scale, language),
    height: ROW_HEIGHT * brackets.length,
    note:
      scale.shares === 1
        ? null
        : fill(pictureTexts(language).brackets.note, { shares: shares(scale.shares, language) }),
    // The lowest bracket is at the bottom; higher ones have stronger colours.
    rows: brackets.map((bracket, index) => ({
      ...rowOf(bracket, brackets.length - 1 - index, language),
      level: Math.min(HIGHEST_LEVEL, index),
    })),
  };
}

/** @param place counted from the top */
function rowOf(bracket: BracketAmount, place: number, language: Language) {
  const { from, to, amount } = bracket;
  const filled = to === null ? openEnd(amount, from) : amount / (to - from);
  const top = place * ROW_HEIGHT;
  return {
    rate: rate(bracket.rate, language),
    range: bracketName(bracket, language),
    amount: amount > 0 ? fittingEuros(amount, language) : '',
    tax: bracket.tax > 0 ? fittingEuros(bracket.tax, language) : '',
    isReached: amount > 0,
    textY: top + 18,
    middleY: top + 40,
    trackX: TRACK.x,
    trackEnd: TRACK.x + TRACK.width,
    trackY: top + 25,
    trackWidth: TRACK.width,
    filledWidth: coordinate(filled * TRACK.width),
  };
}

function describe(brackets: readonly BracketAmount[], scale: ScaleStep, language: Language): PictureView {
  const { title, description, columns } = pictureTexts(language).brackets;
  return {
    title,
    description: fill(description, {
      reached: scale.brackets.length,
      count: brackets.length,
      rate: rate(scale.brackets.at(-1)?.rate ?? 0, language),
    }),
    table: {
      columns,
      rows: brackets.map((bracket) => ({
        name: bracketName(bracket, language),
        cells: [rate(bracket.rate, language), euros(bracket.amount, language), euros(bracket.tax, language)],
      })),
    },
  };
}
