import type { Language } from '../../../model/language.ts';
import { rateWithDecote } from '../../../tax/explanation/marginal-rate.ts';
import type { OfficialResult } from '../../../tax/official/official-result.ts';
import type { Household } from '../../../tax/return/household.ts';
import { isEveryday } from '../../../tax/return/household-boxes.ts';
import type { TaxResult } from '../../../tax/tax-result.ts';
import { euros, rate } from '../format.ts';
import { fill } from '../texts/page-texts.ts';
import { resultTexts } from '../texts/result-texts.ts';
import { type Term, termTexts } from '../texts/terms-texts.ts';
import type { Computed } from './computed.ts';

/** A figure of the calculation, with its raw value for programs and the explanation of its word. */
export interface ResultPart {
  readonly label: string;
  readonly raw: string;
  readonly text: string;
  readonly isZero: boolean;
  /** Null for a word that needs no explanation. */
  readonly meaning: string | null;
}

/** The figures of the contract (§1.3), and those of the whole return. */
export function resultParts(computed: Computed, language: Language): readonly ResultPart[] {
  const { household, result } = computed;
  const texts = resultTexts(language);
  const cehr = 'cehr' in result ? result.cehr : 0;
  const amount = amountPart(language);
  return [
    amount(texts.decote, result.decote, 'decote'),
    amount(texts.reduction, result.reduction, 'reduction'),
    amount(texts.surcharge, result.surcharge, 'surcharge'),
    ...(cehr > 0 ? [amount(texts.cehr, cehr, 'cehr')] : []),
    ...returnParts(household, result, language),
    {
      label: texts.rate,
      raw: String(result.rate),
      text: rate(result.rate, language),
      isZero: result.rate === 0,
      meaning: rateMeaning(computed, language),
    },
  ];
}

/** The bracket of the rate, and the cost of the next euro where that is higher. */
function rateMeaning({ result, year }: Computed, language: Language): string {
  const { rateHelp, cappedRateHelp, rateWithDecote: withDecote } = resultTexts(language);
  const help = result.surcharge > 0 ? cappedRateHelp : rateHelp;
  const more = 'everyday' in result ? rateWithDecote(result, year) : null;
  return more === null ? help : `${help} ${fill(withDecote, { rate: rate(more, language) })}`;
}

function amountPart(language: Language) {
  return (label: string, amount: number, term: Term | null = null): ResultPart => ({
    label,
    raw: String(amount),
    text: euros(amount, language),
    isZero: amount === 0,
    meaning: term && termTexts(language).terms[term],
  });
}

/** The figures of the whole return; empty for a household of wages, pensions and children. */
function returnParts(
  household: Household,
  result: TaxResult | OfficialResult,
  language: Language,
): readonly ResultPart[] {
  if (!isEveryday(household) || !('balance' in result)) return [];
  const texts = resultTexts(language);
  const { reductions, credits, withheld, balance, referenceIncome } = result;
  const isSettled = withheld === 0 && balance >= 0;
  const amount = amountPart(language);
  return [
    amount(texts.reductions, reductions),
    amount(texts.credits, credits),
    amount(texts.withheld, withheld),
    ...(isSettled
      ? []
      : [amount(balance < 0 ? texts.refunded : texts.balance, Math.abs(balance), 'balance')]),
    amount(texts.referenceIncome, referenceIncome),
  ].filter(({ isZero }) => !isZero);
}
