import type { Language } from '../../../model/language.ts';
import type {
  AmountStep,
  AmountStepId,
  CapStep,
  CollectionStep,
  DecoteStep,
  ExplainedAllowance,
  ExplanationStep,
  IncomesStep,
  ModestReductionStep,
  PensionAllowanceStep,
  SharesStep,
  StepId,
  TaxableIncomeStep,
  WageAllowanceStep,
} from '../../../tax/explanation/explanation-steps.ts';
import type { Declarant } from '../../../tax/return/household.ts';
import { DECLARANTS } from '../../../tax/rules/filled-return.ts';
import { decimal, euros, rate } from '../format.ts';
import { amountStepTexts } from '../texts/amount-steps-texts.ts';
import { explanationTexts } from '../texts/explanation-texts.ts';
import { fill } from '../texts/page-texts.ts';

/** The sentences of one step. */
type Words<Step> = (step: Step, language: Language) => readonly string[];

type StepOf<Id extends StepId> = Extract<ExplanationStep, { readonly id: Id }>;

const words: { readonly [Id in Exclude<StepId, AmountStepId>]: Words<StepOf<Id>> } = {
  incomes: incomeWords,
  wageAllowance: wageWords,
  pensionAllowance: pensionWords,
  taxableIncome: taxableIncomeWords,
  shares: shareWords,
  quotient: (step, language) => [
    phrase('quotient', language, { ...flow(step, language), shares: shares(step.shares, language) }),
  ],
  scale: (step, language) => [
    phrase(step.shares === 1 ? 'scaleOfOneShare' : 'scale', language, {
      shares: shares(step.shares, language),
    }),
  ],
  adultScale: (step, language) => [
    phrase('adultScale', language, { ...flow(step, language), shares: shares(step.shares, language) }),
  ],
  familyQuotientCap: capWords,
  widowedReduction: (step, language) => [
    phrase('widowedReduction', language, {
      ...flow(step, language),
      max: euros(step.max, language),
      amount: euros(step.amount, language),
    }),
  ],
  decote: decoteWords,
  modestReduction: reductionWords,
  cehr: (step, language) => [
    phrase('cehr', language, { ...flow(step, language), amount: euros(step.amount, language) }),
  ],
  collection: collectionWords,
};

/** What a step does, in words and figures. */
export function formatStep(step: ExplanationStep, language: Language): readonly string[] {
  if (isAmountStep(step)) return [amountStepTexts(language)[step.id].why];
  const format = words[step.id] as Words<ExplanationStep>;
  return format(step, language);
}

export function stepTitle(step: ExplanationStep, language: Language): string {
  return isAmountStep(step)
    ? amountStepTexts(language)[step.id].title
    : explanationTexts(language).steps[step.id];
}

/** A step that adds one amount, or takes it off. */
export function isAmountStep(step: ExplanationStep): step is AmountStep {
  return step.id in amountStepTexts('en');
}

/** `2,5 parts`. One and a half is singular in French. */
export function shares(count: number, language: Language): string {
  const { share, shares } = explanationTexts(language);
  const isPlural = language === 'fr' ? count >= 2 : count > 1;
  return fill(isPlural ? shares : share, { count: decimal(count, language) });
}

type SentenceName = {
  [Name in keyof ReturnType<typeof explanationTexts>]: ReturnType<
    typeof explanationTexts
  >[Name] extends string
    ? Name
    : never;
}[keyof ReturnType<typeof explanationTexts>];

function phrase(
  name: SentenceName,
  language: Language,
  values: Record<string, string | number> = {},
): string {
  return fill(explanationTexts(language)[name], values);
}

/** What enters a step and what leaves it. */
function flow({ before, after }: { before: number; after: number }, language: Language) {
  return { before: euros(before, language), after: euros(after, language) };
}

function incomeWords({ declarants }: IncomesStep, language: Language): readonly string[] {
  return declarants.map((declarant, index) =>
    ofDeclarant(index + 1, declarants.length, incomesOf(declarant, language), language),
  );
}

function incomesOf({ salary, pension }: Declarant, language: Language): string {
  const incomes = [
    ...(salary > 0 ? [phrase('salary', language, { amount: euros(salary, language) })] : []),
    ...(pension > 0 ? [phrase('pension', language, { amount: euros(pension, language) })] : []),
  ];
  return incomes.join(', ') || phrase('noIncome', language);
}

/** A sentence about one of the declarants, whose number says something only where there are two. */
function ofDeclarant(number: number, count: number, text: string, language: Language): string {
  const sentence = count > 1 ? phrase('declarant', language, { number, text }) : text;
  return `${sentence.charAt(0).toLocaleUpperCase(language)}${sentence.slice(1)}.`;
}

function allowanceWords(
  { rate: flatRate, min, allowances }: WageAllowanceStep | PensionAllowanceStep,
  language: Language,
): readonly string[] {
  const isOneOfTwo = allowances.some(({ declarant }) => declarant > 1);
  const sentence = ({ income, flat, amount, basis }: ExplainedAllowance) =>
    fill(explanationTexts(language).allowances[basis], {
      rate: rate(flatRate, language),
      income: euros(income, language),
      flat: euros(flat, language),
      min: euros(min, language),
      amount: euros(amount, language),
    });
  return allowances.map((each) => ofDeclarant(each.declarant, isOneOfTwo ? 2 : 1, sentence(each), language));
}

/** From where on actual costs would be better than the 10 % (CGI 83, 3°). */
function wageWords(step: WageAllowanceStep, language: Language): readonly string[] {
  const flat = step.allowances.filter(({ basis }) => basis !== 'costs' && basis !== 'income');
  const advice = flat.map(({ declarant, amount }) =>
    phrase('costsAdvice', language, {
      box: DECLARANTS[declarant === 1 ? 0 : 1].costs,
      amount: euros(amount, language),
    }),
  );
  return [...allowanceWords(step, language), ...advice];
}

function pensionWords(step: PensionAllowanceStep, language: Language): readonly string[] {
  const { sum, max } = step;
  const ceiling = { sum: euros(sum, language), max: euros(max, language) };
  return [
    ...allowanceWords(step, language),
    ...(sum > max ? [phrase('pensionCeiling', language, ceiling)] : []),
  ];
}

function taxableIncomeWords(
  { before, after, ...less }: TaxableIncomeStep,
  language: Language,
): readonly string[] {
  const terms = [before, less.wageAllowance, less.pensionAllowance].filter(
    (term, index) => index === 0 || term > 0,
  );
  if (terms.length === 1) return [];
  return [`${terms.map((term) => euros(term, language)).join(' − ')} = ${euros(after, language)}`];
}

function shareWords(step: SharesStep, language: Language): readonly string[] {
  const counted = (one: SentenceName, many: SentenceName, count: number, given: number) =>
    count === 0
      ? []
      : [phrase(count === 1 ? one : many, language, { count, shares: shares(given, language) })];
  const given = (name: SentenceName, count: number) =>
    count === 0 ? [] : [phrase(name, language, { shares: shares(count, language) })];
  return [
    ...given(step.before === 2 ? 'twoAdults' : 'oneAdult', step.before),
    ...counted('child', 'children', step.children, step.childShares),
    ...counted('sharedChild', 'sharedChildren', step.sharedCustodyChildren, step.sharedCustodyShares),
    ...given('singleParent', step.singleParentShares),
    ...given('widowed', step.widowedShares),
    ...given('otherShares', step.otherShares),
  ];
}

/** How the cap comes about. With box T the first whole share has a cap of its own, of which a quarter-share has a part. */
function capSentence({ singleParent, extraShares }: CapStep): SentenceName {
  if (singleParent === null) return 'capPerHalfShare';
  return extraShares < 1 ? 'capSingleParentPart' : 'capSingleParent';
}

function capWords(step: CapStep, language: Language): readonly string[] {
  const how = phrase(capSentence(step), language, {
    amount: euros(step.perHalfShare, language),
    first: euros(step.singleParent ?? 0, language),
    part: shares(step.extraShares, language),
  });
  return [
    phrase('cap', language, { cap: euros(step.cap, language), how }),
    phrase(step.added > 0 ? 'capApplies' : 'capDoesNot', language, {
      ...flow(step, language),
      saved: euros(step.taxWithAdultShares - step.before, language),
      added: euros(step.added, language),
    }),
  ];
}

function decoteWords(step: DecoteStep, language: Language): readonly string[] {
  const values = {
    ...flow(step, language),
    max: euros(step.max, language),
    rate: rate(step.rate, language),
    amount: euros(step.amount, language),
  };
  if (step.amount === 0) return [phrase('noDecote', language, values)];
  return [phrase(step.after === 0 ? 'decoteWhole' : 'decote', language, values)];
}

function reductionWords(step: ModestReductionStep, language: Language): readonly string[] {
  const { taxableIncome, fullBelow, nilFrom } = step;
  const values = {
    ...flow(step, language),
    rate: rate(step.rate, language),
    fullBelow: euros(fullBelow, language),
    nilFrom: euros(nilFrom, language),
    amount: euros(step.amount, language),
  };
  if (taxableIncome >= nilFrom) return [phrase('noReduction', language, values)];
  return [phrase(taxableIncome < fullBelow ? 'reductionFull' : 'reductionPart', language, values)];
}

function collectionWords(step: CollectionStep, language: Language): readonly string[] {
  const values = { ...flow(step, language), threshold: euros(step.threshold, language) };
  if (step.before === 0) return [phrase('nothing', language)];
  if (step.before < 0) return [phrase('refunded', language, values)];
  if (step.after === 0) return [phrase('notCollected', language, values)];
  return step.before < step.threshold ? [] : [phrase('due', language, values)];
}
