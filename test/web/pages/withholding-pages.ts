import type { Household } from '../../../src/tax/return/household.ts';
import { createTaxCalculator, type OfficialCalculator } from '../../../src/tax/tax-calculator.ts';
import { askWithholding } from '../../../src/tax/withholding/ask.ts';
import type { WithholdingQuestion } from '../../../src/tax/withholding/question.ts';
import { parseWithholdingFields } from '../../../src/web/contract/inputs/withholding-fields.ts';
import type { WithholdingPage } from '../../../src/web/pages/other-pages.ts';
import { postedFields } from '../../../src/web/pages/posted-fields.ts';
import { taxYears } from '../../tax/fixtures.ts';

const calculator = createTaxCalculator({ method: 'official', years: taxYears() }) as OfficialCalculator;
const territories = ['metropole', 'guadeloupe_martinique_reunion', 'guyane_mayotte'];

/** The page before anybody has asked. */
export const emptyWithholding: WithholdingPage = {
  view: 'withholding',
  fields: new Map(),
  years: [2020, 2021, 2022, 2023, 2024, 2025],
  territories,
  errors: [],
  answer: null,
  household: null,
};

/** The page of a household's rates. */
export function withholdingOf(household: Household, question: WithholdingQuestion = {}): WithholdingPage {
  const fields = postedFields(household, 2025);
  const answer = askWithholding(calculator, household, 2025, question);
  return { ...emptyWithholding, fields, answer, household };
}

/** The page of what cannot be used. */
export function refusedWithholding(fields: Readonly<Record<string, string>>): WithholdingPage {
  const typed = new Map(Object.entries(fields));
  const reading = parseWithholdingFields(typed, { known: calculator.years, byDefault: 2025 }, territories);
  return { ...emptyWithholding, fields: typed, errors: 'errors' in reading ? reading.errors : [] };
}
