import type { CalculationForm } from '../calculation-form.ts';
import type { Page, PageContext } from '../page.ts';
import { detailedFormTexts } from '../texts/detailed-form.ts';
import type { Texts } from '../texts/texts.ts';
import { compute } from './computed.ts';
import { detailedFieldIds, detailedFormView, faultInWords, namedFault } from './detailed-form.ts';
import { errorBox, refusedFields } from './error-box.ts';
import { explanationView } from './explanation.ts';
import { picturesView } from './pictures.ts';
import { resultView } from './result.ts';
import { variationsView } from './variations.ts';

type CalculationPage = Extract<Page, { view: 'calculation' }>;

const fieldIds = { marié: 'gridRadios1', enfants: 'enfants', salaire: 'salaire', année: 'année' };

/** One of the two calculation forms with what was typed, and the result or the refusal of it. */
export function calculationView(page: CalculationPage, context: PageContext, texts: Texts) {
  const { form, errors, calculated } = page;
  const { language } = context;
  const computed = calculated && context.tax && compute(calculated, context.tax);
  return {
    startsAtForm: page.startsAt === 'form',
    changeUrl: context.actionUrl('/changer-formulaire'),
    errorBox: form.isDetailed
      ? errorBox(texts.formErrors, errors, language, { fieldIds: detailedFieldIds, words: namedFault })
      : errorBox(texts.formErrors, errors, language, { fieldIds }),
    short: form.isDetailed ? null : shortFormView(page, context),
    detailed: form.isDetailed
      ? {
          ...detailedFormView(form, errors, language),
          action: context.actionUrl('/calculer-impot-detaille'),
          isRefused: errors.length > 0,
        }
      : null,
    incomeYear: yearView(page, context),
    offersYears: context.incomeYears.length > 0,
    result: computed && resultView(computed, language),
    awaitsResult: computed === null && errors.length === 0,
    explanation: computed && explanationView(computed, context),
    variations: computed && variationsView(computed, language),
    pictures: computed && picturesView(computed, language),
  };
}

/** The contract's form (§6), which asks for three values. */
function shortFormView(page: CalculationPage, { actionUrl, language }: PageContext) {
  const { form, errors } = page;
  const refused = refusedFields(errors);
  return {
    words: detailedFormTexts(language),
    action: actionUrl('/calculer-impot'),
    ...marriedChoice(page),
    marriedRefused: refused.has('marié'),
    children: { value: form.children, isRefused: refused.has('enfants') },
    salary: { value: form.salary, isRefused: refused.has('salaire') },
    keepsDetails: keepsDetails(form),
  };
}

/** `Non` is checked in a form that nobody has sent yet; a refused form keeps even a missing answer (contract §6). */
function marriedChoice({ form, errors, calculated }: CalculationPage) {
  const answer = form.married.toLowerCase();
  const isUntouched = answer === '' && errors.length === 0 && calculated === null;
  return { isMarried: answer === 'oui', isNotMarried: answer === 'non' || isUntouched };
}

/** Whether the other form holds something that this one does not say. */
function keepsDetails({ details: { situation, ...others } }: CalculationForm): boolean {
  return situation === 'veuf' || Object.values(others).some((typed) => typed !== '' && typed !== '0');
}

/** The year is the same field in both forms; the detailed one says what is wrong beside it. */
function yearView(
  { form, errors }: CalculationPage,
  { incomeYears, defaultIncomeYear, language }: PageContext,
) {
  const chosen = incomeYears.find((year) => String(year) === form.incomeYear) ?? defaultIncomeYear;
  const refused = errors.find(({ id }) => id === 'invalidYear');
  return {
    options: incomeYears.toReversed().map((year) => ({ year, isChosen: year === chosen })),
    isRefused: refused !== undefined,
    fault: refused && form.isDetailed ? faultInWords(refused, language) : null,
    faultId: form.isDetailed ? 'année-fault' : 'errors',
  };
}
