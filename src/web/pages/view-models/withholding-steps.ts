import type { Language } from '../../../model/language.ts';
import { RATE_KINDS } from '../../../tax/withholding/question.ts';
import type {
  WithholdingAmount,
  WithholdingStep,
  WithholdingStepId,
} from '../../../tax/withholding/rate-steps.ts';
import { withholdingAmountWords, withholdingStepWords } from '../../../words/withholding-step-texts.ts';

import { euros, rate } from '../format.ts';
import { fill } from '../texts/page-texts.ts';
import { withholdingTexts } from '../texts/withholding-texts.ts';
import { shares } from './step-words.ts';
import { type Answered, personName } from './withholding-rates.ts';

/** The steps that end with a rate; the others end with an amount. */
const RATE_STEPS: ReadonlySet<WithholdingStepId> = new Set([
  'householdRate',
  'sameOwnIncome',
  'lowerRate',
  'higherRate',
  'neutralRate',
]);

/** How each rate comes about, in the order of the rates. */
export function stepGroups(answered: Answered, language: Language) {
  const { kinds } = withholdingTexts(language);
  return RATE_KINDS.flatMap((kind) => {
    const plan = answered.answer[kind];
    if (plan === null || plan.steps.length === 0) return [];
    return [
      { title: kinds[kind].title, steps: plan.steps.map((step) => stepView(step, answered, language)) },
    ];
  });
}

function stepView(
  { id, article, declarant, amounts, result }: WithholdingStep,
  answered: Answered,
  language: Language,
) {
  const words = withholdingTexts(language);
  const { title, why } = withholdingStepWords(language)[id];
  return {
    title,
    person: declarant === undefined ? null : personName(declarant, answered, language),
    why,
    figures: figuresOf(amounts, language),
    article: fill(words.article, { article }),
    outcome: RATE_STEPS.has(id) ? rate(result, language) : euros(result, language),
  };
}

/** What a household does not have is left out. */
function figuresOf(amounts: WithholdingStep['amounts'], language: Language): readonly string[] {
  const names = withholdingAmountWords(language);
  const { figure } = withholdingTexts(language);
  const entries = Object.entries(amounts) as [WithholdingAmount, number][];
  return entries
    .filter(([, value]) => value !== 0)
    .map(([name, value]) =>
      name === 'shares'
        ? shares(value, language)
        : fill(figure, { name: names[name], value: euros(value, language) }),
    );
}
