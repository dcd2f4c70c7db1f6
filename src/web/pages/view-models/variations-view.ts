import type { Language } from '../../../model/language.ts';
import { INCOME_STEP, type Variation, variations } from '../../../tax/explanation/variations.ts';

import { euroChange, euros } from '../format.ts';
import { fill } from '../texts/page-texts.ts';
import { variationTexts } from '../texts/variations-texts.ts';
import type { Computed } from './computed.ts';

/** "What would change it": each variation with its price, or what it saves. */
export function variationsView({ household, year, tax }: Computed, language: Language) {
  return {
    words: variationTexts(language),
    cards: variations(household, year.incomeYear, tax.calculate).map((each) => variationView(each, language)),
  };
}

function variationView({ id, amountDue, difference }: Variation, language: Language) {
  const texts = variationTexts(language);
  const outcome = difference === 0 ? texts.same : difference > 0 ? texts.more : texts.less;
  return {
    name: texts.names[id],
    help: fill(texts.helps[id], { kept: euros(INCOME_STEP - difference, language) }),
    change: euroChange(difference, language),
    isMore: difference > 0,
    isLess: difference < 0,
    outcome: fill(outcome, { amount: euros(amountDue, language) }),
  };
}
