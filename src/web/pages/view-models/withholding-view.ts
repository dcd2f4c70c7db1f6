import type { Language } from '../../../model/language.ts';
import { leftOutWords } from '../../../words/withholding-step-texts.ts';

import { euros, monthName } from '../format.ts';
import type { WithholdingPage } from '../other-pages.ts';
import type { PageContext } from '../page.ts';
import { fill, type Texts } from '../texts/page-texts.ts';
import { withholdingTexts } from '../texts/withholding-texts.ts';
import { errorBox } from './error-box.ts';
import { describeHousehold } from './result-view.ts';
import { namedWithholdingIssue, withholdingFieldIds, withholdingFormView } from './withholding-form-view.ts';
import { type Answered, gainsOf, monthsView, rateCards } from './withholding-rates.ts';
import { stepGroups } from './withholding-steps.ts';

/** What is taken from the pay: the rates side by side, and the form that asks for them. */
export function withholdingView(page: WithholdingPage, context: PageContext, texts: Texts) {
  const { language } = context;
  const { errors, answer, household } = page;
  return {
    words: withholdingTexts(language),
    errorBox: errorBox(withholdingTexts(language).refused, errors, language, {
      fieldIds: withholdingFieldIds,
      words: namedWithholdingIssue,
    }),
    form: withholdingFormView(page, context, texts),
    answer: answer && household && answerView({ answer, household }, language),
  };
}

function answerView(answered: Answered, language: Language) {
  const words = withholdingTexts(language);
  const { answer, household } = answered;
  const { incomeYear, from, to } = answer;
  const period = {
    from: monthName(from, language),
    to: monthName(to, language),
    year: incomeYear,
    declared: incomeYear + 1,
  };
  const gains = gainsOf(answered, language);
  return {
    household: describeHousehold(household, incomeYear, language),
    period: fill(words.period, period),
    cards: rateCards(answered, language),
    hasGains: gains.length > 0,
    gains,
    limits: limitsOf(answered, language),
    months: monthsView(answered, language),
    groups: stepGroups(answered, language),
  };
}

/** What concerns the household and is not counted, and what never is. */
function limitsOf({ answer }: Answered, language: Language): readonly string[] {
  const words = withholdingTexts(language);
  const { leftOut, incomeWithoutPay, neutral } = answer;
  return [
    ...leftOut.map((name) => leftOutWords(language)[name]),
    ...(neutral?.persons.length === 0 ? [words.noPay] : []),
    ...(incomeWithoutPay > 0 ? [fill(words.instalments, { amount: euros(incomeWithoutPay, language) })] : []),
    words.never,
  ];
}
