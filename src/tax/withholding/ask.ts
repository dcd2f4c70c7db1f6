import type { Household } from '../household.ts';
import type { OfficialOffice } from '../tax-office.ts';
import type { WithholdingQuestion } from './question.ts';
import { shippedGrids } from './shipped-grids.ts';
import { type Withholding, withholding } from './withholding.ts';

/**
 * What is taken from the pay of a household, with the grids that come with the program.
 *
 * @throws {UnknownIncomeYear}
 * @throws {CannotCalculate}
 * @throws {WithholdingRefused}
 */
export function askWithholding(
  office: OfficialOffice,
  household: Household,
  incomeYear: number,
  question: WithholdingQuestion = {},
): Withholding {
  return withholding(office.assess(household, incomeYear), question, shippedGrids());
}
