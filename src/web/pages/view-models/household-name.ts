import type { Language } from '../../../model/language.ts';
import { type Household, incomeOf } from '../../../tax/return/household.ts';
import { euros } from '../format.ts';
import { householdTexts } from '../texts/household-texts.ts';
import { fill } from '../texts/page-texts.ts';

/** The default name of a household: `Couple, 2 enfants, 55 555 €, 2025`. */
export function householdName(household: Household, incomeYear: number, language: Language): string {
  const texts = householdTexts(language);
  const { situation, singleParent, children, sharedCustodyChildren, boxes } = household;
  return [
    singleParent ? texts.singleParent : texts.situations[situation],
    ...counted(children, texts.children),
    ...counted(sharedCustodyChildren, texts.sharedChildren),
    euros(incomeOf(household), language),
    ...counted(Object.keys(boxes ?? {}).length, texts.boxes),
    String(incomeYear),
  ].join(', ');
}

function counted(count: number, words: { readonly one: string; readonly many: string }): readonly string[] {
  if (count === 0) return [];
  return [count === 1 ? words.one : fill(words.many, { count })];
}
