import { Readable } from 'node:stream';
import { shown } from '../../http/limits.ts';
import { message } from '../../messages/message.ts';
import type { ActionRequest } from '../action-request.ts';
import { accepted, type Outcome, refused } from '../action-result.ts';
import { type ExportFormat, exportFormats } from '../representations/simulation-export.ts';

/** The simulations of the session as a file to be saved: états 2200 and 2201. */
export async function exportSimulations(request: ActionRequest): Promise<Outcome> {
  const { session, sessions, parameter, language } = request;
  if (!Object.hasOwn(exportFormats, parameter))
    return refused(2201, [message('invalidFormat', { value: shown(parameter) })]);
  const { type, write } = exportFormats[parameter as ExportFormat];
  const { key } = session;
  const content = Buffer.from(write(key === null ? [] : await sessions.listSimulations(key), language));
  const name = `simulations.${parameter}`;
  const file = { name, type, size: content.length, stream: () => Readable.from([content]) };
  return { ...accepted(2200, ''), inBrowser: { kind: 'download', file } };
}
