import { monthlyAmount } from '../../csv/written-numbers.ts';
import { type Household, inShort } from '../../tax/return/household.ts';
import { isEveryday } from '../../tax/return/household-boxes.ts';
import { limits } from '../http/limits.ts';
import {
  BOX_FIELDS,
  PERIOD_FIELD,
  periods,
  postedResidence,
  RESIDENCE_FIELD,
  SECOND_SALARY_FIELD,
  situationNames,
} from './field-names.ts';

type Posted = ReadonlyMap<string, string>;

/** The fields that the short form does not have, as typed; empty by default. */
export interface HouseholdDetails {
  /** `célibataire`, `marié`, `veuf`, or any other text sent. */
  readonly situation: string;
  /** `oui` or empty. */
  readonly singleParent: string;
  readonly sharedCustodyChildren: string;
  readonly pension1: string;
  readonly salary2: string;
  readonly pension2: string;
  /** The boxes of the return that are filled in, by their codes. */
  readonly boxes: Readonly<Record<string, string>>;
  /** A department, or empty. */
  readonly residence: string;
}

/**
 * What the user typed into the calculation's two forms. The hidden form keeps its fields, so that changing forms loses
 * nothing.
 */
export interface CalculationForm {
  readonly isDetailed: boolean;
  /** `oui`, `non`, or any other text sent; empty when nothing was sent. */
  readonly married: string;
  readonly children: string;
  /** The salary, or the first declarant's. */
  readonly salary: string;
  /** `mois` where the short form's salaries are monthly; or any other text sent. */
  readonly period: string;
  readonly incomeYear: string;
  readonly details: HouseholdDetails;
}

export const emptyForm: CalculationForm = {
  isDetailed: false,
  married: '',
  children: '',
  salary: '',
  period: '',
  incomeYear: '',
  details: {
    situation: '',
    singleParent: '',
    sharedCustodyChildren: '',
    pension1: '',
    salary2: '',
    pension2: '',
    boxes: {},
    residence: '',
  },
};

/** Whether one of the two forms was posted. */
export function isCalculationForm(posted: Posted): boolean {
  return posted.has('salaire') || isDetailedForm(posted);
}

/** The posted form is shown, over the kept fields of the other one. */
export function asTyped(posted: Posted, kept: CalculationForm): CalculationForm {
  return isDetailedForm(posted) ? detailedAsTyped(posted) : shortAsTyped(posted, kept);
}

/** The other form, with the posted fields of this one. The detailed form has yearly amounts only. */
export function otherForm(posted: Posted, kept: CalculationForm): CalculationForm {
  const typed = inYears(asTyped(posted, kept));
  return { ...typed, isDetailed: !typed.isDetailed };
}

function inYears(form: CalculationForm): CalculationForm {
  if (form.period !== periods.month) return form;
  const { salary, details } = form;
  return {
    ...form,
    period: '',
    salary: inYear(salary),
    details: { ...details, salary2: inYear(details.salary2) },
  };
}

/** A text that is not an amount stays as typed. */
function inYear(text: string): string {
  return String(monthlyAmount(text) ?? text);
}

/** A calculated household, in the form that has all its fields. */
export function formOf(household: Household, incomeYear: number): CalculationForm {
  const { situation, singleParent, children, sharedCustodyChildren, declarants } = household;
  const [first, second] = declarants;
  const boxes = Object.entries(household.boxes ?? {}).map(([code, value]) => [code, String(value)]);
  const amount = (euros: number | undefined) => (euros ? String(euros) : '');
  return {
    isDetailed: !isShort(household),
    married: inShort(household).married ? 'oui' : 'non',
    children: String(children),
    salary: String(first.salary),
    period: '',
    incomeYear: String(incomeYear),
    details: {
      situation: situationNames[situation],
      singleParent: singleParent ? 'oui' : '',
      sharedCustodyChildren: amount(sharedCustodyChildren),
      pension1: amount(first.pension),
      salary2: amount(second?.salary),
      pension2: amount(second?.pension),
      boxes: Object.fromEntries(boxes),
      residence: postedResidence(household.residence),
    },
  };
}

function isShort(household: Household): boolean {
  const { situation, singleParent, sharedCustodyChildren, declarants } = household;
  const [first, second] = declarants;
  return (
    !isEveryday(household) &&
    situation !== 'widowed' &&
    !singleParent &&
    sharedCustodyChildren === 0 &&
    first.pension === 0 &&
    (second?.pension ?? 0) === 0
  );
}

/** Whether the detailed form was posted: the short one has neither of these fields. */
export function isDetailedForm(posted: Posted): boolean {
  return posted.has('situation') || posted.has('salaire_1');
}

function shortAsTyped(posted: Posted, kept: CalculationForm): CalculationForm {
  const married = field(posted, 'marié');
  return {
    isDetailed: false,
    married,
    children: field(posted, 'enfants'),
    salary: field(posted, 'salaire'),
    period: field(posted, PERIOD_FIELD),
    incomeYear: field(posted, 'année'),
    details: {
      ...kept.details,
      situation: situationFor(married, kept.details.situation),
      salary2: posted.has(SECOND_SALARY_FIELD) ? field(posted, SECOND_SALARY_FIELD) : kept.details.salary2,
    },
  };
}

function detailedAsTyped(posted: Posted): CalculationForm {
  const situation = field(posted, 'situation');
  return {
    isDetailed: true,
    married: marriedFor(situation),
    children: field(posted, 'enfants'),
    salary: field(posted, 'salaire_1'),
    period: '',
    incomeYear: field(posted, 'année'),
    details: {
      situation,
      singleParent: field(posted, 'parent_isolé'),
      sharedCustodyChildren: field(posted, 'enfants_garde_alternée'),
      pension1: field(posted, 'pension_1'),
      salary2: field(posted, SECOND_SALARY_FIELD),
      pension2: field(posted, 'pension_2'),
      boxes: typedBoxes(posted),
      residence: field(posted, RESIDENCE_FIELD),
    },
  };
}

function typedBoxes(posted: Posted): HouseholdDetails['boxes'] {
  const typed = BOX_FIELDS.map(({ code }) => [code, field(posted, code)] as const);
  return Object.fromEntries(typed.filter(([, value]) => value !== ''));
}

/** `non` is less precise than the situation chosen before. */
function situationFor(married: string, before: string): string {
  const answer = married.toLowerCase();
  if (answer === 'oui') return situationNames.couple;
  if (answer !== 'non') return before;
  return before === '' || before === situationNames.couple ? situationNames.single : before;
}

function marriedFor(situation: string): string {
  if (situation === '') return '';
  return situation === situationNames.couple ? 'oui' : 'non';
}

function field(posted: Posted, name: string): string {
  return (posted.get(name) ?? '').slice(0, limits.shownCharacters);
}
