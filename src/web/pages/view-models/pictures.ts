import { unlessImpossible } from '../../../tax/cannot-calculate.ts';
import type { Language } from '../../messages/message.ts';
import { bracketsPicture } from '../pictures/brackets.ts';
import { growthPicture } from '../pictures/growth.ts';
import { yearsPicture } from '../pictures/years.ts';
import { pictureTexts } from '../texts/pictures.ts';
import type { Computed } from './computed.ts';

/** The pictures of a calculation: coordinates and words, which the templates draw. */
export function picturesView(computed: Computed, language: Language) {
  const { title, figures } = pictureTexts(language);
  return {
    title,
    figures,
    brackets: bracketsPicture(computed, language),
    // At incomes far from the household's own the law may not be established.
    growth: unlessImpossible(() => growthPicture(computed, language)),
    byYear: yearsPicture(computed, language),
  };
}
