import type { Language } from '../../../model/language.ts';
import { averageRate, receivedIn } from '../../../tax/average-rate.ts';
import { rateWithDecote } from '../../../tax/explanation/marginal-rate.ts';
import type { OfficialResult } from '../../../tax/official/official-result.ts';
import { boxWarnings } from '../../../tax/return/box-warnings.ts';
import { type Household, incomeOf } from '../../../tax/return/household.ts';
import { isEveryday } from '../../../tax/return/household-boxes.ts';
import type { TaxResult } from '../../../tax/tax-result.ts';
import type { TaxYear } from '../../../tax/years/tax-year.ts';

import { formatBoxWarning } from '../../../words/box-warning-texts.ts';
import { euros, rate, wholeNumber } from '../format.ts';
import { explanationTexts } from '../texts/explanation-texts.ts';
import { fill, textsIn } from '../texts/page-texts.ts';
import { resultTexts } from '../texts/result-texts.ts';
import type { Computed } from './computed.ts';

const MONTHS = 12;

/** The amount due first, then what else the calculation says. */
export function resultView({ household, year, result }: Computed, language: Language) {
  const { decote, reduction, surcharge } = textsIn(language);
  const cehr = 'cehr' in result && result.cehr > 0 ? result.cehr : null;
  const { cehr: cehrLabel, rateHelp, cappedRateHelp } = resultTexts(language);
  return {
    summary: describeHousehold(household, year.incomeYear, language),
    warnings: boxWarnings(household).map((warning) => formatBoxWarning(warning, language)),
    amountDue: wholeNumber(result.amountDue, language),
    facts: [...factsView(household, result, language), marginalView(result, year, language)],
    parts: [
      { label: decote, amount: wholeNumber(result.decote, language) },
      { label: reduction, amount: wholeNumber(result.reduction, language) },
      { label: surcharge, amount: wholeNumber(result.surcharge, language) },
      ...(cehr === null ? [] : [{ label: cehrLabel, amount: wholeNumber(cehr, language) }]),
      ...wholeParts(household, result, language),
    ],
    rate: { raw: String(result.rate), text: rate(result.rate, language) },
    rateHelp: result.surcharge > 0 ? cappedRateHelp : rateHelp,
    explanationTitle: explanationTexts(language).title,
  };
}

/** What the whole return adds to the amounts; nothing for a household of wages, pensions and children. */
function wholeParts(household: Household, result: TaxResult | OfficialResult, language: Language) {
  if (!isEveryday(household) || !('balance' in result)) return [];
  const texts = resultTexts(language);
  const { reductions, credits, withheld, balance, referenceIncome } = result;
  const balanceLabel = balance < 0 ? texts.refunded : texts.balance;
  const parts: (readonly [string, number])[] = [
    [texts.reductions, reductions],
    [texts.credits, credits],
    [texts.withheld, withheld],
    ...(withheld === 0 && balance >= 0 ? [] : [[balanceLabel, Math.abs(balance)] as const]),
    [texts.referenceIncome, referenceIncome],
  ];
  return parts
    .filter(([, amount]) => amount !== 0)
    .map(([label, amount]) => ({ label, amount: wholeNumber(amount, language) }));
}

/** What people want to know of an amount: by month, what is left, and the part of the income that it is. */
function factsView(household: Household, result: TaxResult | OfficialResult, language: Language) {
  const texts = resultTexts(language);
  const { amountDue } = result;
  const net = receivedIn(household, result) - amountDue;
  const inEuros = (amount: number) => euros(Math.round(amount), language);
  const paid = Math.max(0, amountDue);
  const part = averageRate(household, result);
  const average = part === null ? texts.noIncome : rate(part, language);
  return [
    { label: texts.monthly, value: inEuros(paid / MONTHS), help: texts.monthlyHelp },
    { label: texts.net, value: inEuros(net), help: fill(texts.netHelp, { amount: inEuros(net / MONTHS) }) },
    { label: texts.average, value: average, help: texts.averageHelp },
  ];
}

/** The rate of the next euros, beside the average one. */
function marginalView(result: TaxResult | OfficialResult, year: TaxYear, language: Language) {
  const { marginal, marginalHelp, marginalWithDecote } = resultTexts(language);
  const more = 'everyday' in result ? rateWithDecote(result, year) : null;
  return {
    label: marginal,
    value: rate(result.rate, language),
    help: more === null ? marginalHelp : fill(marginalWithDecote, { rate: rate(more, language) }),
  };
}

/** `Couple marié ou pacsé, 2 enfants, 55 555 € de revenus de 2025`. */
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
