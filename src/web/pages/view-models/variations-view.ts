import type { Language } from '../../../model/language.ts';
import { type UntaxedIncome, untaxedIncome } from '../../../tax/explanation/untaxed-income.ts';
import { INCOME_STEP, type Variation, variations } from '../../../tax/explanation/variations.ts';
import { VARIATION_FIELD } from '../field-names.ts';
import { euroChange, euros } from '../format.ts';
import type { PageContext } from '../page.ts';
import { paths } from '../paths.ts';
import { postedFields } from '../posted-fields.ts';
import { sharedPath } from '../shared-link.ts';
import { fill } from '../texts/page-texts.ts';
import { variationTexts } from '../texts/variations-texts.ts';
import type { Computed } from './computed.ts';

/** "What would change it": each variation with its price, or what it saves, and the ways to its own calculation. */
export function variationsView({ household, year, tax }: Computed, context: PageContext) {
  const { incomeYear } = year;
  return {
    words: variationTexts(context.language),
    compareUrl: context.actionUrl(paths.compareVariation),
    field: VARIATION_FIELD,
    fields: [...postedFields(household, incomeYear)].map(([name, value]) => ({ name, value })),
    cards: [
      ...variations(household, incomeYear, tax.calculate).map((each) =>
        variationView(each, incomeYear, context),
      ),
      ...untaxedCards(untaxedIncome(household, incomeYear, tax.calculate), incomeYear, context),
    ],
  };
}

function variationView(
  { id, households, amountDue, difference }: Variation,
  incomeYear: number,
  { language, pageUrl, user }: PageContext,
) {
  const texts = variationTexts(language);
  const name = texts.names[id];
  // A couple apart are two households, which no form holds.
  const [household] = households.length === 1 ? households : [];
  return {
    id,
    name,
    help: fill(texts.helps[id], { kept: euros(INCOME_STEP - difference, language) }),
    change: euroChange(difference, language),
    isMore: difference > 0,
    isLess: difference < 0,
    outcome: outcomeOf(amountDue, difference, language),
    // The simulations of somebody who has not signed in are kept nowhere.
    canCompare: user !== null,
    openUrl: household ? pageUrl(sharedPath(household, incomeYear)) : null,
    openLabel: fill(texts.openOne, { name }),
    compareLabel: fill(texts.compareOne, { name }),
  };
}

function outcomeOf(amountDue: number, difference: number, language: Language): string {
  const { same, more, less, refund } = variationTexts(language);
  const change = amountDue < 0 ? refund : difference > 0 ? more : less;
  return fill(difference === 0 ? same : change, { amount: euros(Math.abs(amountDue), language) });
}

/** The income up to which nothing is due, as a card of its own. */
function untaxedCards(untaxed: UntaxedIncome | null, incomeYear: number, { language, pageUrl }: PageContext) {
  if (untaxed === null) return [];
  const { kind, most, household } = untaxed;
  const { untaxed: texts, openOne } = variationTexts(language);
  const outcomes = household.declarants.length > 1 ? texts.outcomesOfFirst : texts.outcomes;
  return [
    {
      name: texts.name,
      help: '',
      change: euros(most, language),
      isMore: false,
      isLess: false,
      outcome: outcomes[kind],
      canCompare: false,
      openUrl: pageUrl(sharedPath(household, incomeYear)),
      openLabel: fill(openOne, { name: `${texts.name} ${euros(most, language)}` }),
    },
  ];
}
