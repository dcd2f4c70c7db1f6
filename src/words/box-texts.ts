import type { BoxTexts } from './box-words.ts';
import { boxesInEnglish } from './boxes.en.ts';
import { boxesInFrench } from './boxes.fr.ts';
import { catalogue } from './catalogue.ts';

/** The words of the boxes of the return. */
export const boxWords = catalogue<BoxTexts>({ fr: boxesInFrench, en: boxesInEnglish });
