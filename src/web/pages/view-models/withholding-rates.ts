import type { Language } from '../../../model/language.ts';
import type { Household } from '../../../tax/return/household.ts';
import type { Residence } from '../../../tax/return/residence.ts';
import type { NeutralPlan } from '../../../tax/withholding/neutral-plan.ts';
import type { Plan } from '../../../tax/withholding/plan.ts';
import { RATE_KINDS, type RateKind } from '../../../tax/withholding/question.ts';
import type { OwnPlan, Withholding } from '../../../tax/withholding/withholding.ts';

import { dayName, euros, rate } from '../format.ts';
import { monthsPicture } from '../pictures/months-picture.ts';
import { fill } from '../texts/page-texts.ts';
import { pictureTexts } from '../texts/pictures-texts.ts';
import { returnFormTexts } from '../texts/return-form-texts.ts';
import { withholdingTexts } from '../texts/withholding-texts.ts';

/** A household and what is taken from its pay. */
export interface Answered {
  readonly answer: Withholding;
  readonly household: Household;
}

/** Whose rate it is: a number says something only where there are two. */
export function personName(declarant: 1 | 2, { household }: Answered, language: Language): string {
  const { you, person } = withholdingTexts(language);
  return household.situation === 'couple' ? fill(person, { number: declarant }) : you;
}

/** The rates side by side; somebody alone has no individual ones. */
export function rateCards(answered: Answered, language: Language) {
  const { answer, household } = answered;
  const kinds = RATE_KINDS.filter((kind) => kind !== 'individual' || household.situation === 'couple');
  return kinds.map((kind) => {
    const { kinds: texts, standard } = withholdingTexts(language);
    const plan = answer[kind];
    return {
      id: kind,
      ...texts[kind],
      standard: kind === answer.standard ? standard : null,
      isKnown: plan !== null,
      people: plan === null ? [] : peopleOf(kind, plan, answered, language),
      lines: plan === null ? [] : yearLines(plan, language),
      notes:
        answer.neutral !== null && kind === 'neutral' ? neutralNotes(answer.neutral, answer, language) : [],
    };
  });
}

function peopleOf(kind: RateKind, plan: Plan | OwnPlan, answered: Answered, language: Language) {
  const texts = withholdingTexts(language);
  const own = 'rates' in plan && kind !== 'neutral' ? plan.rates : [];
  const declarants = ([1, 2] as const).filter(
    (declarant) => own[declarant - 1] !== undefined || personOf(plan, declarant) !== undefined,
  );
  return declarants.map((declarant) => {
    const person = personOf(plan, declarant);
    return {
      name: personName(declarant, answered, language),
      rate: rate(person?.rate ?? own[declarant - 1] ?? 0, language),
      takes:
        person === undefined
          ? texts.takesRateOnly
          : fill(texts.takes, {
              pay: euros(person.monthlyPay, language),
              withheld: euros(person.withheld, language),
              remaining: euros(person.remaining, language),
            }),
    };
  });
}

function personOf({ persons }: Plan, declarant: 1 | 2) {
  return persons.find((person) => person.declarant === declarant);
}

function yearLines({ persons, withheldInYear, balance }: Plan, language: Language): readonly string[] {
  if (persons.length === 0) return [];
  const { inYear, balance: texts } = withholdingTexts(language);
  const amount = { amount: euros(Math.abs(balance), language) };
  const text = balance === 0 ? texts.even : balance > 0 ? texts.due : texts.refunded;
  return [fill(inYear, { amount: euros(withheldInYear, language) }), fill(text, amount)];
}

function neutralNotes(neutral: NeutralPlan, answer: Withholding, language: Language): readonly string[] {
  const { supplement, neutralMore, grid } = withholdingTexts(language);
  const { monthlySupplement: less, gridFrom, territory } = neutral;
  const place = returnFormTexts(language).residences[territory as Residence];
  const more = moreThan(answer[answer.standard], neutral);
  return [
    ...(less ? [fill(supplement, { amount: euros(less, language) })] : []),
    ...(more > 0 ? [fill(neutralMore, { amount: euros(more, language) })] : []),
    fill(grid, { from: dayName(gridFrom, language), place }),
  ];
}

/** What one plan takes more than another in a month; 0 where one is not known. Euros. */
function moreThan(plan: Plan | null, other: Plan): number {
  return plan === null ? 0 : toCent((other.months[0]?.withheld ?? 0) - (plan.months[0]?.withheld ?? 0));
}

/** What individual rates change for each person of a couple, a sentence each. */
export function gainsOf(answered: Answered, language: Language): readonly string[] {
  const { household, individual } = answered.answer;
  if (household === null || individual === null) return [];
  const { gainsMore, gainsLess, gainsSame } = withholdingTexts(language);
  return individual.persons.map(({ declarant, remaining }) => {
    const gain = toCent(remaining - (personOf(household, declarant)?.remaining ?? 0));
    const text = gain === 0 ? gainsSame : gain > 0 ? gainsMore : gainsLess;
    const person = personName(declarant, answered, language);
    return fill(text, { person, amount: euros(Math.abs(gain), language) });
  });
}

/** The twelve months with the rate that the household has without asking, or with the neutral one. */
export function monthsView({ answer }: Answered, language: Language) {
  const kind = ([answer.standard, 'household', 'neutral'] as const).find((each) => answer[each] !== null);
  const plan = kind === undefined ? null : answer[kind];
  if (kind === undefined || !plan || plan.persons.length === 0) return null;
  const { title } = withholdingTexts(language).kinds[kind];
  const { figures } = pictureTexts(language);
  return { ...monthsPicture(plan, answer.amountDue, title, language), figures };
}

function toCent(amount: number): number {
  return Math.round(amount * 100) / 100;
}
