import { simulationsOf } from '../../../model/sessions.ts';
import type { ActionRequest } from '../action-request.ts';
import { accepted, type Refusal, type Success } from '../action-result.ts';
import { type Naming, simulationUnknown } from '../inputs/simulation-inputs.ts';
import { begun } from '../long-list.ts';
import { detailedSimulationObject } from '../representations/detailed-simulation.ts';
import { type ExportFormat, exportFormats } from '../representations/simulation-export.ts';
import { sessionSimulations } from '../representations/simulation-object.ts';

/** The simulations of the session (contract §1.2). */
export async function listSimulations(request: ActionRequest): Promise<Success> {
  return accepted(await sessionSimulations(request));
}

/** Opens a simulation of the session as its calculation. */
export async function openSimulation(
  { session, sessions, parameter }: ActionRequest,
  id: number,
): Promise<Success | Refusal> {
  const [simulation] = session.key === null ? [] : await sessions.findSimulations(session.key, [id]);
  if (!simulation) return simulationUnknown(parameter);
  return { ...accepted(detailedSimulationObject(simulation)), simulation };
}

/** Deletes a simulation and answers the remaining ones (contract §2.6). */
export async function deleteSimulation(request: ActionRequest, id: number): Promise<Success | Refusal> {
  const result = await changed(request, (key) => request.sessions.deleteSimulation(key, id));
  return result.kind === 'success' ? { ...result, deleted: id } : result;
}

/** Undoes the deletion of a simulation. */
export function restoreSimulation(request: ActionRequest, id: number): Promise<Success | Refusal> {
  return changed(request, (key) => request.sessions.restoreSimulation(key, id));
}

/** Names a simulation, or removes its name. */
export function renameSimulation(request: ActionRequest, { id, name }: Naming): Promise<Success | Refusal> {
  return changed(request, (key) => request.sessions.renameSimulation(key, id, name));
}

/** The list after a change to one of its simulations, if that exists. */
async function changed(
  request: ActionRequest,
  change: (key: string) => Promise<boolean>,
): Promise<Success | Refusal> {
  const { key } = request.session;
  const isChanged = key !== null && (await change(key));
  return isChanged ? listSimulations(request) : simulationUnknown(request.parameter);
}

/** The simulations of the session as a file to be saved. */
export async function exportSimulations(
  { session, sessions, language }: ActionRequest,
  format: ExportFormat,
): Promise<Success> {
  const { type, write } = exportFormats[format];
  const simulations = await begun(simulationsOf(sessions, session.key ?? ''));
  const name = `simulations.${format}`;
  const file = { name, type, size: null, stream: () => write(simulations, language) };
  return { ...accepted(), inBrowser: { kind: 'download', file } };
}
