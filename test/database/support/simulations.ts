import {
  type NumberedSimulation,
  type SessionStore,
  type Simulation,
  simulationsOf,
} from '../../../src/model/sessions.ts';
import { shortHousehold } from '../../../src/tax/return/household.ts';

export function simulation(salary: number): Simulation {
  return {
    incomeYear: 2018,
    method: 'official',
    household: shortHousehold(true, 2, salary),
    result: { amountDue: 2815, surcharge: 0, decote: 384, reduction: 347, rate: 0.14 },
  };
}

/** All simulations of a session. */
export async function listSimulations(store: SessionStore, key: string): Promise<NumberedSimulation[]> {
  const listed: NumberedSimulation[] = [];
  for await (const chunk of simulationsOf(store, key)) listed.push(...chunk);
  return listed;
}
