import { nextTurn } from '../../../bulk/turns.ts';
import { shortHousehold } from '../../../tax/household.ts';
import { message } from '../../messages/message.ts';
import type { ActionRequest } from '../action-request.ts';
import { type ActionResult, accepted, refused } from '../action-result.ts';
import { parseTaxpayerList, parseTaxpayers } from '../inputs/taxpayers.ts';
import { saveSimulations, unlessFull } from './save-simulations.ts';

/** Computes and keeps a list of simulations, all or none; for programs (contract §2.5). */
export async function calculateTaxes(request: ActionRequest): Promise<ActionResult> {
  const { session, bytes, tax, defaultIncomeYear } = request;
  if (session.current?.type === 'html') return refused(1501, [message('programsOnly')]);
  await nextTurn();
  const list = parseTaxpayerList(bytes);
  if ('error' in list) return refused(1501, [list.error]);
  const taxpayers = parseTaxpayers(list.items, { known: tax.years, byDefault: defaultIncomeYear });
  if ('offending' in taxpayers) {
    return { status: 400, etat: 1501, reponse: taxpayers.offending, messages: [] };
  }
  const calculations = taxpayers.inputs.map(({ married, children, salary, incomeYear }) => ({
    household: shortHousehold(married, children, salary),
    incomeYear,
  }));
  return await unlessFull(1501, async () =>
    accepted(1500, (await saveSimulations(request, calculations)).wire),
  );
}
