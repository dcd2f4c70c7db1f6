import { percent, wholeNumber } from '../format.ts';
import type { CalculationForm, Page, PageContext } from '../page.ts';
import { fill, type Texts } from '../texts/texts.ts';
import { errorBox, refusedFields } from './error-box.ts';

type CalculationPage = Extract<Page, { view: 'calculation' }>;

const fieldIds = { marié: 'gridRadios1', enfants: 'enfants', salaire: 'salaire', année: 'année' };

/** The calculation form with what was typed, and the result or the refusal of it. */
export function calculationView(page: CalculationPage, context: PageContext, texts: Texts) {
  const { form, errors, result } = page;
  const refused = refusedFields(errors);
  return {
    action: context.actionUrl('/calculer-impot'),
    errorBox: errorBox(texts.formErrors, errors, context.language, { fieldIds }),
    ...marriedChoice(page),
    marriedRefused: refused.has('marié'),
    children: { value: form.children, isRefused: refused.has('enfants') },
    salary: { value: form.salary, isRefused: refused.has('salaire') },
    incomeYear: { options: yearOptions(form, context), isRefused: refused.has('année') },
    offersYears: context.incomeYears.length > 0,
    result: result && resultView(result, context, texts),
    awaitsResult: result === null && errors.length === 0,
  };
}

/** `Non` is checked in a form that nobody has sent yet; a refused form keeps even a missing answer (contract §6). */
function marriedChoice({ form, errors, result }: CalculationPage) {
  const answer = form.married.toLowerCase();
  const isUntouched = answer === '' && errors.length === 0 && result === null;
  return { isMarried: answer === 'oui', isNotMarried: answer === 'non' || isUntouched };
}

function yearOptions({ incomeYear }: CalculationForm, { incomeYears, defaultIncomeYear }: PageContext) {
  const chosen = incomeYears.find((year) => String(year) === incomeYear) ?? defaultIncomeYear;
  return incomeYears.toReversed().map((year) => ({ year, isChosen: year === chosen }));
}

function resultView(
  result: NonNullable<CalculationPage['result']>,
  { language }: PageContext,
  { decote, reduction, surcharge, resultYear }: Texts,
) {
  return {
    year: fill(resultYear, { year: result.incomeYear }),
    amountDue: wholeNumber(result.amountDue, language),
    parts: [
      { label: decote, amount: wholeNumber(result.decote, language) },
      { label: reduction, amount: wholeNumber(result.reduction, language) },
      { label: surcharge, amount: wholeNumber(result.surcharge, language) },
    ],
    rate: percent(result.rate, language),
  };
}
