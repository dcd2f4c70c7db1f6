import { simulationsOf } from '../../../model/sessions.ts';
import { shown } from '../../http/limits.ts';
import { message } from '../../messages/message.ts';
import type { ActionRequest } from '../action-request.ts';
import { type ActionResult, accepted, refused } from '../action-result.ts';
import { begun } from '../long-list.ts';
import { type ExportFormat, exportFormats } from '../representations/simulation-export.ts';

/** The simulations of the session as a file to be saved: états 2200 and 2201. */
export async function exportSimulations(request: ActionRequest): Promise<ActionResult> {
  const { session, sessions, parameter, language } = request;
  if (!Object.hasOwn(exportFormats, parameter))
    return refused(2201, [message('invalidFormat', { value: shown(parameter) })]);
  const { type, write } = exportFormats[parameter as ExportFormat];
  const simulations = await begun(simulationsOf(sessions, session.key ?? ''));
  const name = `simulations.${parameter}`;
  const file = { name, type, size: null, stream: () => write(simulations, language) };
  return { ...accepted(2200, ''), inBrowser: { kind: 'download', file } };
}
