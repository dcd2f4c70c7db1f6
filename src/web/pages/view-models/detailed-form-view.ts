import type { Language } from '../../../model/language.ts';
import { boxOf } from '../../../tax/return/box-issues.ts';
import type { Situation } from '../../../tax/return/household.ts';
import type { Message } from '../../messages/message.ts';
import type { CalculationForm } from '../calculation-form.ts';
import { BOX_FIELDS, RESIDENCE_FIELD, situationNames } from '../field-names.ts';
import { fieldName } from '../message-words.ts';
import { detailedFormTexts } from '../texts/detailed-form-texts.ts';
import { fill, textsIn } from '../texts/page-texts.ts';
import { issueAt, labelled } from './form-fields.ts';
import { boxLabel } from './return-form-view.ts';

/** A field for the template: `describedBy` names its help and its issue. */
interface FieldView {
  readonly id: string;
  readonly name: string;
  readonly label: string;
  readonly help: string;
  readonly value: string;
  readonly placeholder: string;
  /** Euros; otherwise a count. */
  readonly isAmount: boolean;
  readonly issue: string | null;
  readonly describedBy: string;
}

/** The fields to which the error box links, by name. */
export const detailedFieldIds: Readonly<Record<string, string>> = {
  situation: 'situation-single',
  parent_isolé: 'parent_isolé',
  enfants: 'enfants',
  enfants_garde_alternée: 'enfants_garde_alternée',
  salaire_1: 'salaire_1',
  pension_1: 'pension_1',
  salaire_2: 'salaire_2',
  pension_2: 'pension_2',
  année: 'année',
  [RESIDENCE_FIELD]: RESIDENCE_FIELD,
  ...Object.fromEntries(BOX_FIELDS.map(({ code }) => [code, code])),
};

/** Whether a field of the detailed form is in euros. */
export function isAmountField(name: string): boolean {
  const box = boxOf(name);
  return box ? box.row.kind === 'euros' : /^(?:salaire|pension|paie)_/.test(name);
}

/** An issue with the name of its field, to be shown elsewhere. */
export function namedIssue(message: Message, language: Language): string {
  return labelled(fieldLabel(fieldName(message), language), message, language);
}

/** The name of a field; undefined without one. */
export function fieldLabel(name: string | undefined, language: Language): string | undefined {
  const texts = detailedFormTexts(language);
  const labels: Readonly<Record<string, string>> = {
    situation: texts.situation,
    parent_isolé: texts.boxT,
    enfants: texts.children,
    enfants_garde_alternée: texts.sharedCustody,
    salaire_1: `${texts.declarant1}, ${texts.salary}`,
    pension_1: `${texts.declarant1}, ${texts.pension}`,
    salaire_2: `${texts.declarant2}, ${texts.salary}`,
    pension_2: `${texts.declarant2}, ${texts.pension}`,
    année: textsIn(language).incomeYear,
  };
  const box = boxOf(name ?? '');
  if (box) return `${box.code} (${boxLabel(box, language)})`;
  return name === undefined ? undefined : labels[name];
}

/** The detailed form, with the typed values and the issues at each field. */
export function detailedFormView(form: CalculationForm, errors: readonly Message[], language: Language) {
  const texts = detailedFormTexts(language);
  const { details } = form;
  const field = (name: string, label: string, help: string, value: string): FieldView => {
    const issue = issueAt(name, errors, language);
    const describedBy = issue === null ? `${name}-help` : `${name}-issue ${name}-help`;
    return {
      id: name,
      name,
      label,
      help,
      value,
      placeholder: '0',
      isAmount: isAmountField(name),
      issue,
      describedBy,
    };
  };
  const incomes = (number: 1 | 2, salaryBox: string, pensionBox: string, salary: string, pension: string) => [
    field(`salaire_${number}`, texts.salary, fill(texts.salaryHelp, { box: salaryBox }), salary),
    field(`pension_${number}`, texts.pension, fill(texts.pensionHelp, { box: pensionBox }), pension),
  ];
  const situation = field('situation', texts.situation, texts.situationHelp, details.situation);
  return {
    words: texts,
    situation: {
      ...situation,
      options: situationOptions(details.situation, errors.length > 0, texts.situations),
    },
    singleParent: {
      ...field('parent_isolé', texts.singleParent, texts.singleParentHelp, details.singleParent),
      isChecked: details.singleParent !== '' && details.singleParent !== 'non',
    },
    dependants: [
      field('enfants', texts.children, texts.childrenHelp, form.children),
      field(
        'enfants_garde_alternée',
        texts.sharedCustody,
        texts.sharedCustodyHelp,
        details.sharedCustodyChildren,
      ),
    ],
    first: incomes(1, '1AJ', '1AS', form.salary, details.pension1),
    second: incomes(2, '1BJ', '1BS', details.salary2, details.pension2),
  };
}

/** The first one is chosen in a new form; a refused form keeps even a missing answer. */
function situationOptions(typed: string, isRefused: boolean, labels: Readonly<Record<Situation, string>>) {
  const chosen = typed === '' && !isRefused ? situationNames.single : typed;
  return (['single', 'couple', 'widowed'] as const).map((situation) => ({
    id: `situation-${situation}`,
    value: situationNames[situation],
    label: labels[situation],
    isChosen: situationNames[situation] === chosen,
  }));
}
