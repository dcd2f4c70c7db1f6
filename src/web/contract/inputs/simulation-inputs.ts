import { excerpt, limits } from '../../http/limits.ts';
import { message } from '../../messages/message.ts';
import type { Reading } from '../action.ts';
import type { ActionRequest } from '../action-request.ts';
import { type Refusal, refused } from '../action-result.ts';
import { type ExportFormat, exportFormats } from '../representations/simulation-export.ts';

/** `<int numéro>` in the address (contract §2.6). */
export function simulationId({ parameter }: Pick<ActionRequest, 'parameter'>): Reading<number> {
  const id = Number(parameter);
  return Number.isSafeInteger(id) ? { input: id } : simulationUnknown(parameter);
}

/** @param id as it was sent */
export function simulationUnknown(id: string): Refusal {
  return refused([message('simulationUnknown', { id: excerpt(id.replace(/^0+(?=\d)/, '')) })]);
}

/** Databases treat these differently, and people cannot see them. */
const CONTROL_CHARACTER = /\p{Cc}/u;

export interface Naming {
  readonly id: number;
  /** Null removes the name. */
  readonly name: string | null;
}

/** A simulation and its posted name, `nom`. */
export function naming(request: Pick<ActionRequest, 'parameter' | 'form'>): Reading<Naming> {
  const name = request.form.get('nom')?.trim();
  if (name === undefined) return refused([message('missingParameter', { name: 'nom' })]);
  const max = limits.nameCharacters;
  if (name.length > max) return refused([message('nameTooLong', { value: excerpt(name), max })]);
  if (CONTROL_CHARACTER.test(name)) return refused([message('nameUnwritable', { value: excerpt(name) })]);
  const id = simulationId(request);
  return 'input' in id ? { input: { id: id.input, name: name || null } } : id;
}

/** The file format in the address. */
export function exportFormat({ parameter }: Pick<ActionRequest, 'parameter'>): Reading<ExportFormat> {
  return Object.hasOwn(exportFormats, parameter)
    ? { input: parameter as ExportFormat }
    : refused([message('invalidFormat', { value: excerpt(parameter) })]);
}
