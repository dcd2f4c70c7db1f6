import type { Language } from '../../../model/language.ts';
import type { Message } from '../../messages/message.ts';
import type { CalculationForm } from '../calculation-form.ts';
import { periods, SECOND_SALARY_FIELD } from '../field-names.ts';
import { fieldName } from '../message-words.ts';
import type { CalculationPage, PageContext } from '../page.ts';
import { paths } from '../paths.ts';
import { detailedFormTexts } from '../texts/detailed-form-texts.ts';
import { textsIn } from '../texts/page-texts.ts';
import { shortFormTexts } from '../texts/short-form-texts.ts';
import { issueAt, labelled } from './form-fields.ts';

/** The fields to which the error box links, by name. */
export const shortFieldIds = {
  marié: 'gridRadios1',
  enfants: 'enfants',
  salaire: 'salaire',
  [SECOND_SALARY_FIELD]: SECOND_SALARY_FIELD,
  année: 'année',
};

/** The issue of a field, in words that say what to do, after the field's name. */
export function namedShortIssue(message: Message, language: Language): string {
  const texts = textsIn(language);
  const labels: Readonly<Record<string, string>> = {
    marié: texts.columnMarried,
    enfants: texts.children,
    salaire: shortFormTexts(language).salary,
    [SECOND_SALARY_FIELD]: shortFormTexts(language).secondSalary,
    année: texts.incomeYear,
  };
  return labelled(labels[fieldName(message) ?? ''], message, language);
}

/** The contract's form (§6), which asks for three values. */
export function shortFormView(page: CalculationPage, { actionUrl, language }: PageContext) {
  const { form, errors } = page;
  const texts = shortFormTexts(language);
  const field = (name: string, value: string, label: string) => ({
    name,
    value,
    label,
    issue: issueAt(name, errors, language),
  });
  return {
    words: { ...detailedFormTexts(language), ...texts },
    action: actionUrl(paths.calculate),
    ...marriedChoice(page),
    marriedIssue: issueAt('marié', errors, language),
    children: field('enfants', form.children, textsIn(language).children),
    salaries: [
      { ...field('salaire', form.salary, texts.salary), isSecond: false },
      { ...field(SECOND_SALARY_FIELD, form.details.salary2, texts.secondSalary), isSecond: true },
    ],
    periods: periodChoice(form.period, texts),
    keepsDetails: keepsDetails(form),
  };
}

/** `Non` is checked in a new form; a refused form keeps even a missing answer (contract §6). */
function marriedChoice({ form, errors, calculated }: CalculationPage) {
  const answer = form.married.toLowerCase();
  const isUntouched = answer === '' && errors.length === 0 && calculated === null;
  return { isMarried: answer === 'oui', isNotMarried: answer === 'non' || isUntouched };
}

function periodChoice(typed: string, texts: ReturnType<typeof shortFormTexts>) {
  return [
    { id: 'period-year', value: periods.year, label: texts.yearly, isChosen: typed !== periods.month },
    { id: 'period-month', value: periods.month, label: texts.monthly, isChosen: typed === periods.month },
  ];
}

/** Whether the other form has values that this one lacks. */
function keepsDetails({
  married,
  details: { situation, boxes, salary2, ...others },
}: CalculationForm): boolean {
  if (situation === 'veuf' || Object.keys(boxes).length > 0) return true;
  const unsaid = married.toLowerCase() === 'oui' ? [] : [salary2];
  return [...unsaid, ...Object.values(others)].some((typed) => typed !== '' && typed !== '0');
}
