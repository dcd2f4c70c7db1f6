import type { Language } from '../../../model/language.ts';
import type { BracketAmount, ExplanationStep, StepId } from '../../../tax/explanation/explanation-steps.ts';

import { euroChange, euros, rate } from '../format.ts';
import type { PageContext } from '../page.ts';
import { paths } from '../paths.ts';
import { explanationTexts } from '../texts/explanation-texts.ts';
import { fill } from '../texts/page-texts.ts';
import { resultTexts } from '../texts/result-texts.ts';
import { type Term, termTexts } from '../texts/terms-texts.ts';
import type { Computed } from './computed.ts';
import { formatStep, isAmountStep, shares, stepTitle } from './step-words.ts';

interface StepView {
  readonly title: string;
  readonly lines: readonly string[];
  readonly outcome: string;
  /** What the step adds or deducts; null where it does neither. */
  readonly change: string | null;
  /** Not part of the way from the income to the tax. */
  readonly isAside: boolean;
  readonly table: BracketTable | null;
  /** The explanation of the step's word; null where it needs none. */
  readonly meaning: string | null;
  readonly sources: readonly { readonly text: string; readonly url: string | null }[];
  readonly hasSources: boolean;
}

interface BracketTable {
  readonly caption: string;
  readonly columns: readonly string[];
  readonly rows: readonly { readonly name: string; readonly cells: readonly string[] }[];
  readonly rounding: string | null;
  readonly total: string;
}

type Surroundings = Pick<PageContext, 'language' | 'pageUrl'>;

/** "How was this computed?": every step of the law, or the amounts of the earlier application's method. */
export function explanationView(computed: Computed, { language, pageUrl }: Surroundings) {
  const texts = explanationTexts(language);
  const { incomeYear } = computed.year;
  const yearLink = {
    text: fill(texts.yearValues, { year: incomeYear }),
    url: pageUrl(paths.year(incomeYear)),
  };
  if (computed.method === 'legacy') {
    return {
      words: { ...texts, what: termTexts(language).what },
      introduction: texts.byLegacy,
      yearLink,
      steps: legacySteps(computed, language),
    };
  }
  const { steps } = computed.explanation;
  return {
    words: { ...texts, what: termTexts(language).what },
    introduction: fill(texts.introduction, { year: incomeYear }),
    yearLink,
    steps: steps.map((step) => stepView(step, language)),
  };
}

/** The steps that change an amount. */
const CHANGING: readonly StepId[] = [
  'wageAllowance',
  'pensionAllowance',
  'familyQuotientCap',
  'widowedReduction',
  'decote',
  'modestReduction',
  'cehr',
];
const ASIDE: readonly StepId[] = ['shares', 'quotient', 'adultScale'];

/** The word explained with a step. */
const TERMS: Partial<Record<StepId, Term>> = {
  shares: 'share',
  quotient: 'quotient',
  familyQuotientCap: 'surcharge',
  decote: 'decote',
  modestReduction: 'reduction',
  cehr: 'cehr',
};

function meaningOf(id: StepId, language: Language): string | null {
  const term = TERMS[id];
  return term === undefined ? null : termTexts(language).terms[term];
}

function changeOf({ before, after }: ExplanationStep, language: Language): string | null {
  return after === before ? null : euroChange(after - before, language);
}

function stepView(step: ExplanationStep, language: Language): StepView {
  const title = stepTitle(step, language);
  return {
    title,
    lines: formatStep(step, language),
    outcome: step.id === 'shares' ? shares(step.after, language) : euros(step.after, language),
    change: isAmountStep(step) || CHANGING.includes(step.id) ? changeOf(step, language) : null,
    isAside: ASIDE.includes(step.id),
    table: tableOf(step, title, language),
    meaning: meaningOf(step.id, language),
    sources: step.sources.map(({ text, url }) => ({ text, url: url ?? null })),
    hasSources: step.sources.length > 0,
  };
}

function tableOf(step: ExplanationStep, caption: string, language: Language): BracketTable | null {
  const { columns } = explanationTexts(language);
  switch (step.id) {
    case 'scale':
    case 'adultScale':
      return bracketTable(
        { ...step, brackets: step.brackets.map((bracket) => ofHousehold(bracket, step.shares)) },
        step.after,
        step.shares === 1
          ? columns.bracket
          : fill(columns.bracketOfShares, { shares: shares(step.shares, language) }),
      );
    case 'cehr':
      return bracketTable(step, step.amount, columns.bracket);
    default:
      return null;
  }

  function bracketTable(
    { brackets, rounding }: { brackets: readonly BracketAmount[]; rounding: number },
    tax: number,
    name: string,
  ): BracketTable | null {
    if (brackets.length === 0) return null;
    return {
      caption,
      columns: [name, columns.rate, columns.amount, columns.tax],
      rows: brackets.map((bracket) => ({
        name: bracketName(bracket, language),
        cells: [rate(bracket.rate, language), euros(bracket.amount, language), euros(bracket.tax, language)],
      })),
      rounding: rounding === 0 ? null : euroChange(rounding, language),
      total: euros(tax, language),
    };
  }
}

/** A bracket of the law is of one share; the household's has as many times its limits, as its amounts are all its own. */
export function ofHousehold({ from, to, ...amounts }: BracketAmount, shares: number): BracketAmount {
  return { ...amounts, from: Math.round(from * shares), to: to === null ? null : Math.round(to * shares) };
}

/** `de 11 600 € à 29 579 €` */
export function bracketName({ from, to }: { from: number; to: number | null }, language: Language): string {
  const { upTo, between, above } = explanationTexts(language);
  if (to === null) return fill(above, { from: euros(from, language) });
  if (from === 0) return fill(upTo, { to: euros(to, language) });
  return fill(between, { from: euros(from, language), to: euros(to, language) });
}

/** The amounts of the earlier application's method, in the order of its calculation. */
function legacySteps({ result }: Computed, language: Language): readonly StepView[] {
  const { beforeReliefs, legacySurcharge, steps } = explanationTexts(language);
  const { decote, reduction } = resultTexts(language);
  const step = (title: string, outcome: string, lines: readonly string[] = []): StepView => ({
    title,
    lines,
    outcome,
    change: null,
    isAside: false,
    table: null,
    meaning: null,
    sources: [],
    hasSources: false,
  });
  const surcharge =
    result.surcharge > 0 ? [fill(legacySurcharge, { amount: euros(result.surcharge, language) })] : [];
  return [
    step(beforeReliefs, euros(result.amountDue + result.decote + result.reduction, language), surcharge),
    step(decote, euroChange(-result.decote, language)),
    step(reduction, euroChange(-result.reduction, language)),
    step(steps.collection, euros(result.amountDue, language)),
  ];
}
