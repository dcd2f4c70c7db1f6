import { adminData } from '../../../tax/legacy/constant-names.ts';
import type { ActionRequest } from '../action-request.ts';
import { accepted, type Success } from '../action-result.ts';

/** The action only leads to a page or shows one: it changes nothing and answers programs an empty string (contract §1.2). */
export function showView(): Success {
  return accepted();
}

/** The constants of the income year in use, for programs that compute themselves (contract §1.4). */
export function getAdminData({
  tax,
  defaultIncomeYear,
}: Pick<ActionRequest, 'tax' | 'defaultIncomeYear'>): Success {
  return accepted({ ...adminData(tax.yearValues(defaultIncomeYear)), id: 1 });
}
