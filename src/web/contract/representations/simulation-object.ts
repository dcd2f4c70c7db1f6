import { type NumberedSimulation, simulationsOf } from '../../../model/sessions.ts';
import { wagesOf } from '../../../tax/return/household.ts';
import type { ActionRequest } from '../action-request.ts';
import { type LongList, listOf } from '../long-list.ts';

/** A simulation on the wire (contract §1.3): whole euros, `taux` as a fraction. */
export interface SimulationObject {
  readonly marié: 'oui' | 'non';
  readonly enfants: number;
  readonly salaire: number;
  readonly impôt: number;
  readonly surcôte: number;
  readonly taux: number;
  readonly décôte: number;
  readonly réduction: number;
  readonly id: number;
}

export function simulationObject({ id, household, result }: NumberedSimulation): SimulationObject {
  return {
    marié: household.situation === 'couple' ? 'oui' : 'non',
    enfants: household.children + household.sharedCustodyChildren,
    salaire: wagesOf(household),
    impôt: result.amountDue,
    surcôte: result.surcharge,
    taux: result.rate,
    décôte: result.decote,
    réduction: result.reduction,
    id,
  };
}

/** All simulations of the request's session. */
export async function sessionSimulations({
  session,
  sessions,
}: ActionRequest): Promise<readonly SimulationObject[] | LongList<SimulationObject>> {
  const { key } = session;
  return key === null ? [] : await listOf(objects(simulationsOf(sessions, key)));
}

async function* objects(
  chunks: AsyncIterable<readonly NumberedSimulation[]>,
): AsyncGenerator<readonly SimulationObject[]> {
  for await (const chunk of chunks) yield chunk.map(simulationObject);
}
