import type { Language } from '../../../model/language.ts';
import { unlessImpossible } from '../../../tax/cannot-calculate.ts';
import type { Section } from '../../../tax/return/box-row.ts';
import type { Box, BoxName } from '../../../tax/return/boxes.ts';
import type { OtherBoxes } from '../../../tax/return/field-boxes.ts';
import type { Household } from '../../../tax/return/household.ts';
import { RESIDENCES, residenceNamed } from '../../../tax/return/residence.ts';
import { boxWords } from '../../../words/box-texts.ts';
import type { Message } from '../../messages/message.ts';
import type { CalculationForm } from '../calculation-form.ts';
import { BOX_FIELDS, postedResidence, RESIDENCE_FIELD } from '../field-names.ts';
import { euros } from '../format.ts';
import { fill } from '../texts/page-texts.ts';
import { returnFormTexts } from '../texts/return-form-texts.ts';
import type { Computed } from './computed.ts';
import { issueAt } from './form-fields.ts';

/** A box for the template. */
interface BoxView {
  readonly id: string;
  readonly label: string;
  readonly code: string;
  readonly help: string;
  readonly value: string;
  readonly isTick: boolean;
  readonly isAmount: boolean;
  readonly isChecked: boolean;
  readonly isSecond: boolean;
  readonly issue: string | null;
  /** The effect of the box on the result; null without a result, or for an empty box. */
  readonly effect: Effect | null;
  readonly describedBy: string;
}

interface Effect {
  readonly text: string;
  readonly isMore: boolean;
  readonly isLess: boolean;
}

interface SectionView {
  readonly id: Section;
  readonly title: string;
  readonly filled: string;
  /** It has values or issues. */
  readonly isOpen: boolean;
  readonly boxes: readonly BoxView[];
}

const SECTIONS: readonly Section[] = [...new Set(BOX_FIELDS.map(({ section }) => section))];

/** The name of a box, and its declarant. */
export function boxLabel({ row, declarant }: Box, language: Language): string {
  const { label } = boxWords(language)[row.name as BoxName];
  const { declarant: ofDeclarant } = returnFormTexts(language);
  return declarant === undefined ? label : fill(ofDeclarant, { label, number: declarant });
}

/** The sections of the return, closed if they are empty. */
export function returnFormView(
  { details }: CalculationForm,
  errors: readonly Message[],
  computed: Computed | null,
  language: Language,
) {
  const texts = returnFormTexts(language);
  const boxes = BOX_FIELDS.map((box) => ({ section: box.section, view: boxView(box) }));

  function boxView(box: Box): BoxView {
    const { code, row, declarant } = box;
    const value = details.boxes[code] ?? '';
    const issue = issueAt(code, errors, language);
    const effect = computed === null ? null : effectOf(box, computed, language);
    const parts = [...(issue === null ? [] : [`${code}-issue`]), `${code}-help`];
    return {
      id: code,
      label: boxLabel(box, language),
      code: fill(texts.code, { code }),
      help: boxWords(language)[row.name as BoxName].help,
      value,
      isTick: row.kind === 'tick',
      isAmount: row.kind === 'euros',
      isChecked: value !== '' && value !== 'non' && value !== '0',
      isSecond: declarant === 2,
      issue,
      effect,
      describedBy: parts.join(' '),
    };
  }

  function sectionView(id: Section): SectionView {
    const own = boxes.filter(({ section }) => section === id).map(({ view }) => view);
    const count = own.filter(({ value }) => value !== '').length;
    const filled = count === 1 ? texts.filled : fill(texts.filledMany, { count });
    return {
      id,
      title: texts.sections[id],
      filled: count === 0 ? '' : filled,
      isOpen: own.some(({ value, issue }) => value !== '' || issue !== null),
      boxes: own,
    };
  }

  return {
    words: texts,
    residence: residenceView(details.residence, errors, language),
    sections: SECTIONS.map(sectionView),
  };
}

function residenceView(typed: string, errors: readonly Message[], language: Language) {
  const chosen = residenceNamed(typed) ?? 'metropole';
  return {
    id: RESIDENCE_FIELD,
    ...boxWords(language).residence,
    issue: issueAt(RESIDENCE_FIELD, errors, language),
    options: RESIDENCES.map((residence) => ({
      value: postedResidence(residence),
      label: returnFormTexts(language).residences[residence],
      isChosen: residence === chosen,
    })),
  };
}

/** The amount left to pay with the box, less the amount without it. */
function effectOf(
  { code }: Box,
  { household, result, year, tax }: Computed,
  language: Language,
): Effect | null {
  const { boxes } = household;
  if (!('balance' in result) || boxes?.[code as keyof OtherBoxes] === undefined) return null;
  const without = unlessImpossible(() => tax.calculate(withoutBox(household, code), year.incomeYear));
  if (without === null || !('balance' in without)) return null;
  const difference = result.balance - Number(without.balance);
  const { saves, adds, same } = returnFormTexts(language);
  const words = difference === 0 ? same : difference < 0 ? saves : adds;
  return {
    text: fill(words, { amount: euros(Math.abs(difference), language) }),
    isMore: difference > 0,
    isLess: difference < 0,
  };
}

function withoutBox({ boxes, ...household }: Household, code: string): Household {
  const others = Object.fromEntries(Object.entries(boxes ?? {}).filter(([each]) => each !== code));
  return Object.keys(others).length === 0 ? household : { ...household, boxes: others as OtherBoxes };
}
