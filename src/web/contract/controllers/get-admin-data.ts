import { adminData } from '../../../tax/legacy/constant-names.ts';
import { message } from '../../messages/message.ts';
import type { ActionRequest } from '../action-request.ts';
import { type ActionResult, accepted, refused } from '../action-result.ts';

/** The constants of the income year in use, for programs that compute themselves (contract §1.4). */
export function getAdminData({ session, tax, defaultIncomeYear }: ActionRequest): ActionResult {
  if (session.current?.type === 'html') return refused(1001, [message('programsOnly')]);
  return accepted(1000, { ...adminData(tax.yearValues(defaultIncomeYear)), id: 1 });
}
