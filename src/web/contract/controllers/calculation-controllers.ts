import { isDeepStrictEqual } from 'node:util';
import {
  MOST_SIMULATIONS,
  type NumberedSimulation,
  SessionFull,
  type Simulation,
} from '../../../model/sessions.ts';
import { CannotCalculate } from '../../../tax/cannot-calculate.ts';
import { commonEtats, Problem } from '../../http/problem.ts';
import { message } from '../../messages/message.ts';
import type { ActionRequest } from '../action-request.ts';
import { accepted, type Refusal, refused, type Success } from '../action-result.ts';
import type { Calculation } from '../inputs/calculation-inputs.ts';
import { detailedSimulationObject } from '../representations/detailed-simulation.ts';
import { simulationObject } from '../representations/simulation-object.ts';

type Calculated = Promise<Success | Refusal>;

/** Computes and keeps one simulation (contract §2.4). */
export function calculateTax(request: ActionRequest, calculation: Calculation): Calculated {
  return unlessImpossible(async () => {
    const simulation = await saveSimulation(request, computed(request, calculation));
    return { ...accepted(simulationObject(simulation)), simulation };
  });
}

/** The same for a household with all its details. */
export function calculateDetailedTax(request: ActionRequest, calculation: Calculation): Calculated {
  return unlessImpossible(async () => {
    const calculated = computed(request, calculation);
    const simulation = await saveSimulation(request, calculated);
    return { ...accepted(detailedSimulationObject(simulation, calculated.result)), simulation };
  });
}

/** Computes a household of either form without keeping it: the page shows it as somebody types. */
export function previewTax(request: ActionRequest, calculation: Calculation): Calculated {
  return unlessImpossible(async () => {
    computed(request, calculation);
    return { ...accepted(), previewed: calculation };
  });
}

/** Computes and keeps a list of simulations for programs, all or none (contract §2.5). */
export function calculateTaxes(request: ActionRequest, calculations: readonly Calculation[]): Calculated {
  return unlessImpossible(async () => {
    const simulations = calculations.map((each) => computed(request, each));
    return accepted((await saveSimulations(request, simulations)).map(simulationObject));
  });
}

/** The result of `calculate`, or a refusal when there is no amount or no room in the session (decision D21). */
export async function unlessImpossible(calculate: () => Promise<Success | Refusal>): Calculated {
  try {
    return await calculate();
  } catch (error) {
    if (error instanceof CannotCalculate)
      return refused([message('cannotCalculate', { cannot: error.reason })]);
    if (error instanceof SessionFull) return refused([message('sessionFull', { max: MOST_SIMULATIONS })]);
    throw error;
  }
}

export function computed({ tax }: ActionRequest, { household, incomeYear }: Calculation): Simulation {
  return { household, incomeYear, method: tax.method, result: tax.calculate(household, incomeYear) };
}

/** A person's repeated calculation is kept once (contract §13). */
async function saveSimulation(request: ActionRequest, simulation: Simulation): Promise<NumberedSimulation> {
  const kept = request.isNavigation ? await keptBefore(request, simulation) : undefined;
  if (kept) return kept;
  const [saved] = await saveSimulations(request, [simulation]);
  if (!saved) throw new Error('The session kept no simulation.');
  return saved;
}

async function keptBefore({ session, sessions }: ActionRequest, simulation: Simulation) {
  const recent = session.key === null ? [] : await sessions.recentSimulations(session.key);
  return recent.findLast((each) => isSame(each, simulation));
}

function isSame(one: Simulation, other: Simulation): boolean {
  return (
    one.incomeYear === other.incomeYear &&
    one.method === other.method &&
    one.result.amountDue === other.result.amountDue &&
    isDeepStrictEqual(one.household, other.household)
  );
}

/** Adds the simulations to the session, all or none; those of strangers are not kept. */
export async function saveSimulations(
  { session, sessions, metrics, isOpen }: ActionRequest,
  simulations: readonly Simulation[],
): Promise<readonly NumberedSimulation[]> {
  const { key, current } = session;
  const saved = isOpen ? unsaved(simulations) : key && (await sessions.addSimulations(key, simulations));
  if (!saved || !current?.type) throw new Problem(400, message('noSession'), { etat: commonEtats.noSession });
  for (const { method, incomeYear } of simulations) metrics.calculated(current.type, method, incomeYear);
  return saved;
}

function unsaved(simulations: readonly Simulation[]): readonly NumberedSimulation[] {
  return simulations.map((simulation) => ({ ...simulation, id: 0, label: null }));
}
