import type { Simulation } from '../../../src/model/sessions.ts';
import { shortHousehold } from '../../../src/tax/household.ts';

export function simulation(salary: number): Simulation {
  return {
    incomeYear: 2018,
    method: 'official',
    household: shortHousehold(true, 2, salary),
    result: { amountDue: 2815, surcharge: 0, decote: 384, reduction: 347, rate: 0.14 },
  };
}
