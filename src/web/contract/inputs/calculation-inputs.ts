import { nextTurn } from '../../../bulk/turns.ts';
import type { Household } from '../../../tax/return/household.ts';
import { shortHousehold } from '../../../tax/return/household.ts';
import { isDetailedForm } from '../../pages/calculation-form.ts';
import { VARIATION_FIELD } from '../../pages/field-names.ts';
import type { Reading } from '../action.ts';
import type { ActionRequest } from '../action-request.ts';
import { refused } from '../action-result.ts';
import { type CalculationInput, type KnownYears, parseCalculationFields } from './calculation-fields.ts';
import { numberReaderOf, peopleNumbersIn, programNumbers } from './number-reader.ts';
import { parseShortForm } from './short-form-fields.ts';
import { parseTaxpayerList, parseTaxpayers } from './taxpayers.ts';

/** A household and the year of its incomes. */
export interface Calculation {
  readonly household: Household;
  readonly incomeYear: number;
}

/** The fields of `calculer-impot` (contract §2.4); people have more of them (§13). */
export function shortCalculation(request: ActionRequest): Reading<Calculation> {
  const { form, session, language } = request;
  const years = yearsOf(request);
  if (session.current?.type === 'html') {
    const fields = parseShortForm(form, years, peopleNumbersIn(language));
    return 'errors' in fields ? refused(fields.errors) : fields;
  }
  const fields = parseCalculationFields(form, years, programNumbers);
  return 'errors' in fields ? refused(fields.errors) : { input: ofShortForm(fields.input) };
}

/** The fields of `calculer-impot-detaille`. */
export async function detailedCalculation(request: ActionRequest): Promise<Reading<Calculation>> {
  // Loads its schemas when they are first needed, so that the start is fast.
  const { parseDetailedFields } = await import('./detailed-fields.ts');
  const read = numberReaderOf(request.session.current?.type, request.language);
  const fields = parseDetailedFields(request.form, yearsOf(request), read);
  return 'errors' in fields ? refused(fields.errors) : fields;
}

/** The fields of the form that is being filled in. */
export function eitherCalculation(
  request: ActionRequest,
): Reading<Calculation> | Promise<Reading<Calculation>> {
  return isDetailedForm(request.form) ? detailedCalculation(request) : shortCalculation(request);
}

/** A household, its year, and the variation. */
export interface VariationInput {
  readonly calculation: Calculation;
  readonly variation: string;
}

/** The fields of `comparer-variation`: those of `calculer-impot-detaille`, and `variation`. */
export async function variationToCompare(request: ActionRequest): Promise<Reading<VariationInput>> {
  const fields = new Map(request.form);
  const variation = fields.get(VARIATION_FIELD) ?? '';
  fields.delete(VARIATION_FIELD);
  const reading = await detailedCalculation({ ...request, form: fields });
  return 'input' in reading ? { input: { calculation: reading.input, variation } } : reading;
}

/** The list that is the body of `calculer-impots` (contract §2.5). */
export async function calculations(request: ActionRequest): Promise<Reading<readonly Calculation[]>> {
  await nextTurn();
  const list = parseTaxpayerList(request.bytes);
  if ('error' in list) return refused([list.error]);
  const taxpayers = parseTaxpayers(list.items, yearsOf(request));
  if ('offending' in taxpayers) return { ...refused([]), reponse: taxpayers.offending };
  return { input: taxpayers.inputs.map(ofShortForm) };
}

function ofShortForm({ married, children, salary, incomeYear }: CalculationInput): Calculation {
  return { household: shortHousehold(married, children, salary), incomeYear };
}

function yearsOf({ tax, defaultIncomeYear }: ActionRequest): KnownYears {
  return { known: tax.years, byDefault: defaultIncomeYear };
}
