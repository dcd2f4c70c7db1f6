import type { Language } from '../../../model/language.ts';
import type { BoxRow, Section } from '../../../tax/return/box-row.ts';
import { type BoxName, SECTIONS } from '../../../tax/return/boxes.ts';
import { boxWords } from '../../../words/box-texts.ts';

import { wholeNumber } from '../format.ts';
import type { PageContext } from '../page.ts';
import { boxesTexts } from '../texts/boxes-page-texts.ts';
import { fill } from '../texts/page-texts.ts';
import { returnFormTexts } from '../texts/return-form-texts.ts';

/** Every box of the return, explained. */
export function boxesView({ language }: Pick<PageContext, 'language'>) {
  const sections = Object.keys(SECTIONS) as Section[];
  return {
    words: boxesTexts(language),
    sections: sections.map((section) => ({
      title: returnFormTexts(language).sections[section],
      boxes: SECTIONS[section].map((row) => boxView(row, language)),
    })),
  };
}

function boxView(row: BoxRow, language: Language) {
  const texts = boxesTexts(language);
  const { code, second, law, csv, from, max } = row;
  const { label, help } = boxWords(language)[row.name as BoxName];
  return {
    id: code,
    code:
      row.kind === 'choice'
        ? ''
        : second === undefined
          ? code
          : fill(texts.secondOf, { first: code, second }),
    label,
    help,
    bounds: [
      ...(from === undefined ? [] : [fill(texts.from, { year: from })]),
      ...(typeof max === 'number' ? [fill(texts.atMost, { max: wholeNumber(max, language).text })] : []),
    ].join(' '),
    csv: csv[language === 'en' ? 0 : 1],
    law: fill(texts.article, { law }),
  };
}
