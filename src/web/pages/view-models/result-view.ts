import type { Language } from '../../../model/language.ts';
import { averageRate, receivedIn } from '../../../tax/average-rate.ts';
import { unlessImpossible } from '../../../tax/cannot-calculate.ts';
import { boxWarnings } from '../../../tax/return/box-warnings.ts';
import { type Household, incomeOf, wagesOf } from '../../../tax/return/household.ts';
import { askRates } from '../../../tax/withholding/ask.ts';
import { FIRST_RATE_YEAR } from '../../../tax/withholding/first-rate-year.ts';
import { formatBoxWarning } from '../../../words/box-warning-texts.ts';
import { euros, rate } from '../format.ts';
import type { PageContext } from '../page.ts';
import { paths } from '../paths.ts';
import { coordinate } from '../pictures/picture.ts';
import { postedFields } from '../posted-fields.ts';
import { explanationTexts } from '../texts/explanation-texts.ts';
import { fill } from '../texts/page-texts.ts';
import { resultTexts } from '../texts/result-texts.ts';
import { withholdingTexts } from '../texts/withholding-texts.ts';
import type { Computed } from './computed.ts';
import { resultParts } from './result-parts.ts';

export const MONTHS = 12;

type Surroundings = Pick<PageContext, 'language' | 'pageUrl'>;

/** The amount due first, by the month and as a share of the income; then the remaining income and the details. */
export function resultView(computed: Computed, context: Surroundings) {
  const { household, year, result } = computed;
  const { language } = context;
  const words = resultTexts(language);
  const income = receivedIn(household, result);
  const { amountDue } = result;
  return {
    words,
    label: amountDue < 0 ? words.refund : words.amountDue,
    amountDue: { raw: String(amountDue), text: euros(Math.abs(amountDue), language) },
    isNothing: amountDue === 0,
    facts: amountDue > 0 ? factsOf(computed, language) : [],
    summary: describeHousehold(household, year.incomeYear, language),
    warnings: boxWarnings(household).map((warning) => formatBoxWarning(warning, language)),
    ledger: ledgerOf(computed, language),
    bar: income > 0 ? { taxWidth: coordinate(100 * Math.min(1, Math.max(0, amountDue / income))) } : null,
    isOfWages: isOfWages(household),
    withholding: ratesOf(computed, context),
    parts: resultParts(computed, language),
    explanationTitle: explanationTexts(language).title,
  };
}

/** The amount by the month, and as a share of the income. */
function factsOf({ household, result }: Computed, language: Language): readonly string[] {
  const { perMonth, ofIncome } = resultTexts(language);
  const monthly = fill(perMonth, { amount: euros(Math.round(result.amountDue / MONTHS), language) });
  const average = averageRate(household, result);
  return average === null ? [monthly] : [monthly, fill(ofIncome, { rate: rate(average, language) })];
}

/** The income before tax, the tax, and the income after it, by the year and by the month. */
function ledgerOf({ household, result }: Computed, language: Language) {
  const texts = resultTexts(language);
  const kind = texts.kinds[isOfWages(household) ? 'wages' : 'incomes'];
  const income = receivedIn(household, result);
  const { amountDue } = result;
  const row = (label: string, amount: number, note = '') => ({
    label,
    note,
    yearly: inEuros(amount, language),
    monthly: inEuros(amount / MONTHS, language),
  });
  return [
    row(texts.before, income, kind),
    row(texts.tax, -amountDue),
    row(texts.after, income - amountDue, kind),
  ];
}

/** Whole euros; halves are rounded away from 0. */
function inEuros(amount: number, language: Language): string {
  return euros(Math.sign(amount) * Math.round(Math.abs(amount)), language);
}

function isOfWages(household: Household): boolean {
  const wages = wagesOf(household);
  return wages > 0 && wages === incomeOf(household);
}

/** The rates of withholding, and the link to their page; null where there are none. */
function ratesOf({ household, year, tax }: Computed, { pageUrl, language }: Surroundings) {
  const { incomeYear } = year;
  if (tax.method !== 'official' || incomeYear < FIRST_RATE_YEAR) return null;
  const rates = unlessImpossible(() => askRates(tax, household, incomeYear));
  const { householdRate, individualRates } = resultTexts(language);
  const inWords = (fractions: readonly number[]) => fractions.map((each) => rate(each, language)).join(' · ');
  const fields = new URLSearchParams([...postedFields(household, incomeYear)]);
  return {
    rows: [
      ...(rates?.household == null ? [] : [{ label: householdRate, value: inWords([rates.household]) }]),
      ...(rates?.individual == null || household.situation !== 'couple'
        ? []
        : [{ label: individualRates, value: inWords(rates.individual) }]),
    ],
    link: withholdingTexts(language).link,
    url: `${pageUrl(paths.withholding)}?${fields}`,
  };
}

/** `Couple marié ou pacsé, 2 enfants, 55 555 € de revenus en 2025`. */
export function describeHousehold(household: Household, incomeYear: number, language: Language): string {
  const texts = resultTexts(language);
  const { situation, singleParent, children, sharedCustodyChildren } = household;
  const counted = (count: number, one: string, many: string) =>
    count === 0 ? [] : [count === 1 ? one : fill(many, { count })];
  return [
    texts.situations[situation],
    ...(singleParent ? [texts.singleParent] : []),
    ...counted(children, texts.child, texts.children),
    ...counted(sharedCustodyChildren, texts.sharedChild, texts.sharedChildren),
    fill(texts.incomes, { amount: euros(incomeOf(household), language), year: incomeYear }),
  ].join(', ');
}
