import type { Language } from '../../../model/language.ts';
import type { TaxYear } from '../../../tax/years/tax-year.ts';
import { compareYears } from '../../../tax/years/year-changes.ts';

import { euros } from '../format.ts';
import type { YearsPage } from '../other-pages.ts';
import type { PageContext } from '../page.ts';
import { paths } from '../paths.ts';
import { fill } from '../texts/page-texts.ts';
import { yearsTexts } from '../texts/years-texts.ts';
import { groupChange } from './comparison-view.ts';

/** All income years at a glance, the latest first, each leading to its page. */
export function yearsView({ years }: YearsPage, { language, pageUrl }: PageContext) {
  const rows = years.map((year, index) => ({
    ...yearRow(year, years[index - 1] ?? null, language),
    url: pageUrl(paths.year(year.incomeYear)),
  }));
  return { words: yearsTexts(language), rows: rows.toReversed() };
}

function yearRow(year: TaxYear, previous: TaxYear | null, language: Language) {
  const words = yearsTexts(language);
  const [scale] = compareYears(previous, year, ['brackets']);
  const firstTaxed = year.brackets.find(({ rate }) => rate > 0);
  return {
    name: fill(words.yearName, { year: year.incomeYear }),
    declared: fill(words.declared, { year: year.incomeYear + 1 }),
    untaxed: firstTaxed ? euros(firstTaxed.from, language) : words.none,
    cap: euros(year.familyQuotientCap.perHalfShare, language),
    decote: euros(year.decote.maxSingle, language),
    change: scale && previous ? groupChange(scale, language) : words.none,
  };
}
