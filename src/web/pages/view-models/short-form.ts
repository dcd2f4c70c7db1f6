import type { Language, Message } from '../../messages/message.ts';
import type { CalculationForm } from '../calculation-form.ts';
import { fieldName } from '../message-words.ts';
import type { CalculationPage, PageContext } from '../page.ts';
import { paths } from '../paths.ts';
import { detailedFormTexts } from '../texts/detailed-form.ts';
import { textsIn } from '../texts/texts.ts';
import { issueAt, labelled } from './form-fields.ts';

/** Where the error box leads: the field of each name. */
export const shortFieldIds = { marié: 'gridRadios1', enfants: 'enfants', salaire: 'salaire', année: 'année' };

/** What is wrong with a field, in words that say what to do about it, behind the field's name. */
export function namedShortIssue(message: Message, language: Language): string {
  const texts = textsIn(language);
  const labels: Readonly<Record<string, string>> = {
    marié: texts.columnMarried,
    enfants: texts.children,
    salaire: texts.salary,
    année: texts.incomeYear,
  };
  return labelled(labels[fieldName(message) ?? ''], message, language);
}

/** The contract's form (§6), which asks for three values. */
export function shortFormView(page: CalculationPage, { actionUrl, language }: PageContext) {
  const { form, errors } = page;
  const field = (name: string, value: string) => ({
    value,
    issue: issueAt(name, errors, language),
  });
  return {
    words: detailedFormTexts(language),
    action: actionUrl(paths.calculate),
    ...marriedChoice(page),
    marriedIssue: issueAt('marié', errors, language),
    children: field('enfants', form.children),
    salary: field('salaire', form.salary),
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
function keepsDetails({ details: { situation, boxes, ...others } }: CalculationForm): boolean {
  if (situation === 'veuf' || Object.keys(boxes).length > 0) return true;
  return Object.values(others).some((typed) => typed !== '' && typed !== '0');
}
