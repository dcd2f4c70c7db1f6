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
    // The simulations of somebody who has not signed in are kept nowhere.
    canCompare: context.user !== null,
    compareUrl: context.actionUrl(paths.compareVariation),
    field: VARIATION_FIELD,
    fields: [...postedFields(household, incomeYear)].map(([name, value]) => ({ name, value })),
    cards: variations(household, incomeYear, tax.calculate).map((each) =>
      variationView(each, incomeYear, context),
    ),
  };
}

function variationView(
  { id, households, amountDue, difference }: Variation,
  incomeYear: number,
  { language, pageUrl }: PageContext,
) {
  const texts = variationTexts(language);
  const outcome = difference === 0 ? texts.same : difference > 0 ? texts.more : texts.less;
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
    outcome: fill(outcome, { amount: euros(amountDue, language) }),
    openUrl: household ? pageUrl(sharedPath(household, incomeYear)) : null,
    openLabel: fill(texts.openOne, { name }),
    compareLabel: fill(texts.compareOne, { name }),
  };
}
