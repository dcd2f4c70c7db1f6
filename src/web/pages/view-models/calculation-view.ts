import type { Language } from '../../../model/language.ts';
import type { Message } from '../../messages/message.ts';
import { euros } from '../format.ts';
import type { CalculationPage, PageContext } from '../page.ts';
import { paths } from '../paths.ts';
import { detailedFormTexts } from '../texts/detailed-form-texts.ts';
import { liveTexts } from '../texts/live-texts.ts';
import { fill, type Texts } from '../texts/page-texts.ts';
import { type Computed, compute } from './computed.ts';
import { detailedFieldIds, detailedFormView, namedIssue } from './detailed-form-view.ts';
import { errorBox } from './error-box.ts';
import { explanationView } from './explanation-view.ts';
import { issueAt } from './form-fields.ts';
import { picturesView } from './pictures-view.ts';
import { MONTHS, resultView } from './result-view.ts';
import { returnFormView } from './return-form-view.ts';
import { openedLinkView, printedOn, shareView } from './share-view.ts';
import { namedShortIssue, shortFieldIds, shortFormView } from './short-form-view.ts';
import { variationsView } from './variations-view.ts';

/** One of the two calculation forms with the typed values, and its result or issues. */
export function calculationView(page: CalculationPage, context: PageContext, texts: Texts) {
  const { form, errors, calculated } = page;
  const { language } = context;
  const takesFocus = page.startsAt === 'outcome';
  const computed = calculated && context.tax && compute(calculated, context.tax);
  return {
    heading: form.isDetailed ? detailedFormTexts(language).formTitle : texts.calculationTitle,
    startsAtForm: page.startsAt === 'form',
    // A stranger's calculation is not kept.
    isPreview: page.isPreview === true && context.user !== null,
    live: liveTexts(language),
    previewUrl: context.actionUrl(paths.preview),
    status: statusOf(computed, errors, language),
    changeUrl: context.actionUrl(paths.changeForm),
    errorBox: errorBox(
      texts.formErrors,
      errors,
      language,
      form.isDetailed
        ? { fieldIds: detailedFieldIds, words: namedIssue, takesFocus }
        : { fieldIds: shortFieldIds, words: namedShortIssue, takesFocus },
    ),
    short: form.isDetailed ? null : shortFormView(page, context),
    detailed: form.isDetailed
      ? {
          ...detailedFormView(form, errors, language),
          whole: {
            ...returnFormView(form, errors, computed, language),
            boxesUrl: context.pageUrl(paths.boxes),
          },
          action: context.actionUrl(paths.calculateDetailed),
          isRefused: errors.length > 0,
        }
      : null,
    incomeYear: yearView(page, context),
    offersYears: context.incomeYears.length > 0,
    openedLink: openedLinkView(page, context),
    awaitsResult: computed === null && errors.length === 0,
    ...(computed === null ? noOutcome : outcomeView(computed, context)),
  };
}

/** The result in a few words, for people who do not see it change. */
function statusOf(computed: Computed | null, errors: readonly Message[], language: Language): string {
  const { amount, nothing, wrong } = liveTexts(language);
  if (errors.length > 0) return wrong;
  if (computed === null) return '';
  const { amountDue } = computed.result;
  if (amountDue <= 0) return nothing;
  return fill(amount, {
    amount: euros(amountDue, language),
    monthly: euros(Math.round(amountDue / MONTHS), language),
  });
}

/** The result, its explanation, and what can be done with it. */
function outcomeView(computed: Computed, context: PageContext) {
  const { language } = context;
  return {
    result: resultView(computed, context),
    printedOn: printedOn(context),
    share: shareView(computed, context),
    explanation: explanationView(computed, context),
    variations: variationsView(computed, context),
    pictures: picturesView(computed, language),
  };
}

/** A template names every part, even if there is none. */
const noOutcome: Readonly<Record<keyof ReturnType<typeof outcomeView>, null>> = {
  result: null,
  printedOn: null,
  share: null,
  explanation: null,
  variations: null,
  pictures: null,
};

/** The year is the same field in both forms. */
function yearView(
  { form, errors }: CalculationPage,
  { incomeYears, defaultIncomeYear, language }: PageContext,
) {
  const chosen = incomeYears.find((year) => String(year) === form.incomeYear) ?? defaultIncomeYear;
  return {
    options: incomeYears.toReversed().map((year) => ({ year, isChosen: year === chosen })),
    issue: issueAt('année', errors, language),
  };
}
