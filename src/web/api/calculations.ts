import { calculate } from '../../tax/calculation-result.ts';
import { ApiProblem } from './api-problem.ts';
import { sendJson } from './api-response.ts';
import { readCalculation } from './calculation-input.ts';
import type { ApiHandler } from './operation.ts';

/** `POST /calculations`: one household, explained. */
export const createCalculation: ApiHandler = (req, res, { services }) => {
  const read = readCalculation(req.body, services);
  if ('faults' in read) {
    const { faults } = read;
    const places = faults.map(({ field }) => field || 'the body').join(', ');
    throw new ApiProblem('invalid-calculation', `To be corrected: ${places}.`, { faults });
  }
  const result = calculate(read.calculation);
  services.meters.calculated('api', result.method, result.incomeYear);
  sendJson(res, JSON.stringify(result));
};
