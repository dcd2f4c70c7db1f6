import type { Language } from '../../../model/language.ts';
import { unlessImpossible } from '../../../tax/cannot-calculate.ts';

import { bracketsPicture } from '../pictures/brackets-picture.ts';
import { growthPicture } from '../pictures/growth-picture.ts';
import { yearsPicture } from '../pictures/years-picture.ts';
import { pictureTexts } from '../texts/pictures-texts.ts';
import type { Computed } from './computed.ts';

/** The pictures of a calculation: coordinates and words, which the templates draw. */
export function picturesView(computed: Computed, language: Language) {
  const { title, figures } = pictureTexts(language);
  return {
    title,
    figures,
    brackets: bracketsPicture(computed, language),
    // The law may not be established for incomes far from the household's own.
    growth: unlessImpossible(() => growthPicture(computed, language)),
    byYear: yearsPicture(computed, language),
  };
}
