import type { Language } from '../../../model/language.ts';

import { fill } from '../texts/page-texts.ts';
import { yearsTexts } from '../texts/years-texts.ts';

/** `Revenus de 2025, déclarés en 2026`: nobody has to guess which of the two years is meant. */
export function yearName(incomeYear: number, language: Language): string {
  const { yearName, declared } = yearsTexts(language);
  return `${fill(yearName, { year: incomeYear })}, ${fill(declared, { year: incomeYear + 1 })}`;
}
